package dev.clientele.b2b.discount;

import dev.clientele.b2b.approval.Approval;
import dev.clientele.b2b.approval.Approvals;
import dev.clientele.b2b.pipeline.FactSource;
import dev.clientele.b2b.pipeline.GateFacts;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All limits of discounts of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Limits bind those who can see them: an access policy that hides limits from an actor lifts them for that actor, so let
 * everybody read them.
 */
public final class DiscountLimits extends ForwardingRepository<DiscountLimit> {

    private final CrmSession session;

    /** Those of a session. */
    public DiscountLimits(CrmSession session) {
        super(session.repository(DiscountLimit.TYPE));
        this.session = session;
    }

    /** What gates want to know of limits: which approvals a deal in the hands of the session's actor needs. */
    public static FactSource facts() {
        return (session, deal) -> new GateFacts(
                Set.of(),
                Map.of(),
                new DiscountLimits(session)
                        .exceededBy(deal).stream().map(Excess::rule).toList());
    }

    /** The limits that a deal in the hands of the session's actor exceeds. */
    public List<Excess> exceededBy(Opportunity deal) {
        if (deal.get(Opportunity.DISCOUNT) == null) {
            return List.of();
        }
        try (Stream<DiscountLimit> limits = all().stream()) {
            return Excess.of(deal, limits.toList(), session.actor().roles(), session.now());
        }
    }

    /**
     * Asks for approval of every limit that a deal as it is stored now exceeds; where the last request still stands it gives
     * that one.
     *
     * @param note why
     */
    public List<Approval> request(Opportunity deal, String note) {
        return session.inTransaction(tx -> {
            List<Approval> requests = new ArrayList<>();
            for (Excess excess : new DiscountLimits(tx).exceededBy(deal)) {
                requests.add(new Approvals(tx).request(deal, excess.rule(), note));
            }
            return requests;
        });
    }
}
