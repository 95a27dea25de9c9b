package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule that whoever is newly credited with a deal, by a split or an overlay, is there. {@link CreditedRepRemovalRule} is its
 * other half. Immutable and thread-safe.
 */
public final class CreditedRepRule implements WriteRule<Opportunity> {

    /** Creates the rule. */
    public CreditedRepRule() {}

    @Override
    public void check(CrmSession transaction, List<RecordWrite<Opportunity>> writes) {
        Set<Id<SalesRep>> named = new LinkedHashSet<>();
        for (RecordWrite<Opportunity> write : writes) {
            if (write.after() != null && write.changes(Opportunity.CREDITED_REPS)) {
                credited(write.after()).stream()
                        .filter(rep -> write.before() == null
                                || !credited(write.before()).contains(rep))
                        .map(Id::<SalesRep>parse)
                        .forEach(named::add);
            }
        }
        if (named.isEmpty()) {
            return;
        }
        List<SalesRep> found = transaction.repository(SalesRep.TYPE).findAll(new ArrayList<>(named));
        if (found.size() < named.size()) {
            throw InvalidException.of(
                    Opportunity.TYPE.name(), Opportunity.CREDITED_REPS.name(), "names a sales_rep that isn't there");
        }
        found.forEach(transaction::rely);
    }

    private static Set<String> credited(Opportunity deal) {
        return deal.getOrDefault(Opportunity.CREDITED_REPS, Set.of());
    }
}
