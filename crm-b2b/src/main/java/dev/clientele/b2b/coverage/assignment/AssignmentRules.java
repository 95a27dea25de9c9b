package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The assignment rules of the session's tenant. A rule that is stored here has a criteria that fits what it assigns, and
 * candidates that are there; each has its turn stored with it. Thread-safe unless the session is that of a transaction.
 */
public final class AssignmentRules extends ForwardingRepository<AssignmentRule> {

    private final CrmSession session;

    /** Opens the assignment rules of a session. */
    public AssignmentRules(CrmSession session) {
        super(session.repository(AssignmentRule.TYPE));
        this.session = session;
    }

    /** Finds the rules for one kind of record, in the order in which they are evaluated. */
    public List<AssignmentRule> findByTarget(AssignmentTarget target) {
        try (Stream<AssignmentRule> rules = query(AssignmentRule.TARGET.is(target))
                .sortedBy(AssignmentRule.RANK)
                .sortedBy(AssignmentRule.CODE)
                .stream()) {
            return rules.toList();
        }
    }

    @Override
    public AssignmentRule add(AssignmentRule rule) {
        return addAll(List.of(rule)).get(0);
    }

    @Override
    public List<AssignmentRule> addAll(Collection<AssignmentRule> rules) {
        return session.inTransaction(tx -> {
            requireFit(tx, rules);
            List<AssignmentRule> added = tx.repository(AssignmentRule.TYPE).addAll(rules);
            tx.repository(AssignmentTurn.TYPE)
                    .addAll(added.stream()
                            .map(rule -> AssignmentTurn.first(rule.id()))
                            .toList());
            return added;
        });
    }

    @Override
    public AssignmentRule save(AssignmentRule rule) {
        return saveAll(List.of(rule)).get(0);
    }

    @Override
    public List<AssignmentRule> saveAll(Collection<AssignmentRule> rules) {
        return session.inTransaction(tx -> {
            requireFit(tx, rules);
            return tx.repository(AssignmentRule.TYPE).saveAll(rules);
        });
    }

    @Override
    public void remove(AssignmentRule rule) {
        session.runInTransaction(tx -> {
            tx.repository(AssignmentTurn.TYPE)
                    .query(AssignmentTurn.RULE.is(rule.id()))
                    .first()
                    .ifPresent(tx.repository(AssignmentTurn.TYPE)::remove);
            tx.repository(AssignmentRule.TYPE).remove(rule);
        });
    }

    private static void requireFit(CrmSession tx, Collection<AssignmentRule> rules) {
        Set<Id<SalesRep>> candidates = new HashSet<>();
        for (AssignmentRule rule : rules) {
            candidates.addAll(rule.candidates());
            rule.find(AssignmentRule.CRITERIA)
                    .ifPresent(criteria -> criteria.requireValidFor(
                            tx.repository(AssignableType.of(rule.target()).type())
                                    .type(),
                            AssignmentRule.TYPE.name(),
                            AssignmentRule.CRITERIA.name()));
        }
        if (tx.repository(SalesRep.TYPE).findAll(candidates).size() < candidates.size()) {
            throw InvalidException.of(
                    AssignmentRule.TYPE.name(), AssignmentRule.CANDIDATES.name(), "names a sales_rep that isn't there");
        }
    }
}
