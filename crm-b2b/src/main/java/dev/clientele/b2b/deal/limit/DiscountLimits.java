package dev.clientele.b2b.deal.limit;

import dev.clientele.b2b.deal.approval.Approval;
import dev.clientele.b2b.deal.approval.Approvals;
import dev.clientele.b2b.deal.pipeline.GateFactSource;
import dev.clientele.b2b.deal.pipeline.GateFacts;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The discount limits of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Limits bind those who can see them: an access policy that hides limits from an actor lifts them for that actor, so
 * let everybody read them.
 */
public final class DiscountLimits extends ForwardingRepository<DiscountLimit> {

    private final CrmSession session;

    /** Opens the discount limits of a session. */
    public DiscountLimits(CrmSession session) {
        super(session.repository(DiscountLimit.TYPE));
        this.session = session;
    }

    /**
     * Returns the source of required approvals for gates: those that a deal in the hands of the session's actor needs.
     */
    public static GateFactSource gateFacts() {
        return (session, deal) -> new GateFacts(
                Set.of(),
                Map.of(),
                new DiscountLimits(session)
                        .findExceeded(deal).stream()
                                .map(ExceededLimit::approvalRule)
                                .toList());
    }

    /** Finds the limits that a deal in the hands of the session's actor exceeds. */
    public List<ExceededLimit> findExceeded(Opportunity deal) {
        if (deal.get(Opportunity.DISCOUNT) == null) {
            return List.of();
        }
        try (Stream<DiscountLimit> limits = all().stream()) {
            return ExceededLimit.of(deal, limits.toList(), session.actor().roles(), session.now());
        }
    }

    /**
     * Requests approval for every limit that a deal as it is stored now exceeds; where the last request still stands,
     * returns that one.
     *
     * @param note the reason
     */
    public List<Approval> requestApprovals(Opportunity deal, String note) {
        return session.inTransaction(tx -> {
            List<Approval> requests = new ArrayList<>();
            for (ExceededLimit excess : new DiscountLimits(tx).findExceeded(deal)) {
                requests.add(new Approvals(tx).request(deal, excess.approvalRule(), note));
            }
            return requests;
        });
    }
}
