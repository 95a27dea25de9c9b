package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives leads, accounts and deals to sales representatives by stored rules. Thread-safe unless the session is that of a
 * transaction.
 *
 * <p>Decision and storing are one transaction that also saves whose turn it is next: sessions that assign at the same time take
 * turns, and nobody's turn is taken twice or left out. Rules and loads are those that the actor may see; give the work to an
 * actor who sees all.
 */
public final class Assignments {

    private static final int BATCH_SIZE = 100;

    private final CrmSession session;

    /** Those of a session. */
    public Assignments(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** The rules. */
    public AssignmentRules rules() {
        return new AssignmentRules(session);
    }

    /** Gives a lead to whom the rules say, whoever has it; nobody else gets it if no rule fits. */
    public AssignmentResult<Lead> assign(Lead lead) {
        return assign(AssignableType.LEADS, lead);
    }

    /** Gives an account to whom the rules say, whoever has it; nobody else gets it if no rule fits. */
    public AssignmentResult<Account> assign(Account account) {
        return assign(AssignableType.ACCOUNTS, account);
    }

    /** Gives a deal to whom the rules say, whoever has it; nobody else gets it if no rule fits. */
    public AssignmentResult<Opportunity> assign(Opportunity deal) {
        return assign(AssignableType.DEALS, deal);
    }

    private <T extends Entity<T>> AssignmentResult<T> assign(AssignableType<T> target, T record) {
        return session.inTransaction(
                tx -> new AssignmentRun<>(tx, target).assign(List.of(record)).get(0));
    }

    /** Who would get a lead now, and why. Changes nothing. */
    public Assignment preview(Lead lead) {
        return preview(AssignableType.LEADS, lead);
    }

    /** Who would get an account now, and why. Changes nothing. */
    public Assignment preview(Account account) {
        return preview(AssignableType.ACCOUNTS, account);
    }

    /** Who would get a deal now, and why. Changes nothing. */
    public Assignment preview(Opportunity deal) {
        return preview(AssignableType.DEALS, deal);
    }

    private <T extends Entity<T>> Assignment preview(AssignableType<T> target, T record) {
        return session.inSnapshot(snapshot ->
                new AssignmentRun<>(snapshot, target).decide(List.of(record)).get(0));
    }

    /** What {@link #run} would assign now. Changes nothing. */
    public AssignmentReport dryRun(AssignmentTarget target, Criteria which) {
        return dryRun(AssignableType.of(target), which);
    }

    private <T extends Entity<T>> AssignmentReport dryRun(AssignableType<T> target, Criteria which) {
        return session.inSnapshot(snapshot -> {
            AssignmentRun<T> round = new AssignmentRun<>(snapshot, target);
            AssignmentReport report = AssignmentReport.EMPTY;
            Optional<String> next = Optional.of("");
            while (next.isPresent()) {
                Page<T> page = page(snapshot, target, which, next.get());
                report = report.plus(round.decide(page.items()));
                next = page.next();
            }
            return report;
        });
    }

    /**
     * Gives all that meet a criteria and are nobody's to whom the rules say: leads that are neither converted nor given up,
     * accounts, open deals. In bounded transactions; interrupted it has done a part, and done again the rest.
     */
    public AssignmentReport run(AssignmentTarget target, Criteria which) {
        return run(AssignableType.of(target), which);
    }

    private <T extends Entity<T>> AssignmentReport run(AssignableType<T> target, Criteria which) {
        AssignmentReport report = AssignmentReport.EMPTY;
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String token = next.get();
            AssignmentBatch step = session.inTransaction(tx -> {
                Page<T> page = page(tx, target, which, token);
                List<AssignmentResult<T>> assigned = new AssignmentRun<>(tx, target).assign(page.items());
                return new AssignmentBatch(
                        assigned.stream().map(AssignmentResult::assignment).toList(), page.next());
            });
            report = report.plus(step.assignments());
            next = step.next();
        }
        return report;
    }

    private record AssignmentBatch(List<Assignment> assignments, Optional<String> next) {}

    private static <T extends Entity<T>> Page<T> page(
            CrmSession session, AssignableType<T> target, Criteria which, String token) {
        Selection<T> nobodys = session.repository(target.type())
                .query(target.owner().isMissing().and(target.load()).and(which));
        return token.isEmpty() ? nobodys.page(BATCH_SIZE) : nobodys.page(BATCH_SIZE, token);
    }
}
