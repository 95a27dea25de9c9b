package dev.clientele.b2b.deal.approval;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import java.util.List;
import java.util.Objects;

/**
 * The rule that a request for approval is decided on by somebody else than who asked, of the role that it names, while what it
 * covers is as it was; by whatever door it is written. It judges the request and the deal as they are stored. Immutable and
 * thread-safe.
 */
public final class FourEyesRule implements WriteRule<Approval> {

    /** Creates the rule. */
    public FourEyesRule() {}

    @Override
    public void check(CrmSession transaction, List<RecordWrite<Approval>> writes) {
        if (transaction.isImportingHistory()) {
            return;
        }
        for (RecordWrite<Approval> write : writes) {
            Approval after = write.after();
            if (after != null && write.isAdded()) {
                requireRequest(transaction, after);
            } else if (after != null && write.changes(Approval.DECISION)) {
                requireOther(transaction, Objects.requireNonNull(write.before()), after);
            }
        }
    }

    private static void requireRequest(CrmSession transaction, Approval request) {
        Opportunity deal = transaction
                .repository(Opportunity.TYPE)
                .find(request.opportunity())
                .orElseThrow(() -> invalid(Approval.OPPORTUNITY, "refers to a deal that isn't there"));
        if (request.decision() != ApprovalDecision.PENDING) {
            throw invalid(Approval.DECISION, "must be PENDING of a request that is added");
        } else if (!transaction.actor().toString().equals(request.get(Approval.REQUESTED_BY))) {
            throw new DeniedException(Approval.TYPE.name(), "nobody asks in the name of somebody else");
        } else if (request.dealVersion() != deal.version() || !request.covers(deal)) {
            throw invalid(Approval.COVERED_STATE, "must be that of the deal as it is stored");
        }
    }

    private static void requireOther(CrmSession transaction, Approval before, Approval after) {
        String actor = transaction.actor().toString();
        String role = before.get(Approval.ROLE);
        if (actor.equals(before.get(Approval.REQUESTED_BY))) {
            throw new DeniedException(Approval.TYPE.name(), "nobody decides on a request of their own");
        } else if (role != null && !transaction.actor().roles().contains(role)) {
            throw new DeniedException(Approval.TYPE.name(), "only an actor with the role " + role + " decides on it");
        } else if (!actor.equals(after.get(Approval.DECIDED_BY))) {
            throw new DeniedException(Approval.TYPE.name(), "nobody decides in the name of somebody else");
        } else if (after.decision() == ApprovalDecision.APPROVED) {
            Opportunity deal =
                    transaction.rely(transaction.repository(Opportunity.TYPE).get(before.opportunity()));
            if (before.hasLapsed(
                    deal, transaction.repository(Opportunity.TYPE).history(deal.id(), before.dealVersion() + 1))) {
                throw invalid(Approval.DECISION, "has lapsed: what it was asked for has changed, so ask again");
            }
        }
    }

    private static InvalidException invalid(Field<Approval, ?> field, String reason) {
        return InvalidException.of(Approval.TYPE.name(), field.name(), reason);
    }
}
