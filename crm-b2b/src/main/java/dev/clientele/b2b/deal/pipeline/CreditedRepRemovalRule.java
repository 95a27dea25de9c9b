package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import java.util.List;

/**
 * The rule that nobody who is credited with a deal, by a split or an overlay, is removed: hand the credit over first, or retire
 * the representative. It is asked again after the write, since a credit that was given meanwhile is found only then. Immutable
 * and thread-safe.
 */
public final class CreditedRepRemovalRule implements WriteRule<SalesRep> {

    /** Creates the rule. */
    public CreditedRepRemovalRule() {}

    @Override
    public boolean isAskedAgain() {
        return true;
    }

    @Override
    public void check(CrmSession transaction, List<RecordWrite<SalesRep>> writes) {
        for (RecordWrite<SalesRep> write : writes) {
            SalesRep removed = write.isRemoved() ? write.before() : null;
            if (removed != null
                    && transaction
                            .repository(Opportunity.TYPE)
                            .query(Opportunity.CREDITED_REPS.has(removed.id().toString()))
                            .first()
                            .isPresent()) {
                throw InvalidException.of(SalesRep.TYPE.name(), "", "is credited with a deal");
            }
        }
    }
}
