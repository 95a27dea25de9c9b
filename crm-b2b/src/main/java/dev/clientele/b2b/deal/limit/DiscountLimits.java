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
 * <p>Limits bind everybody: a move of a deal and the presentation of a quote are judged by all limits of the tenant, also by
 * those that the access policy hides from the actor. The questions here tell of those that the actor sees, so let everybody
 * read them.
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
        return new GateFactSource() {
            @Override
            public GateFacts factsAbout(CrmSession session, Opportunity deal) {
                return facts(new DiscountLimits(session).findExceeded(deal));
            }

            @Override
            public GateFacts factsForMove(CrmSession transaction, Opportunity deal) {
                return facts(new DiscountLimits(transaction).findExceededReliedOn(deal));
            }
        };
    }

    private static GateFacts facts(List<ExceededLimit> exceeded) {
        return new GateFacts(
                Set.of(),
                Map.of(),
                exceeded.stream().map(ExceededLimit::approvalRule).toList());
    }

    /** Finds the limits that a deal in the hands of the session's actor exceeds. */
    public List<ExceededLimit> findExceeded(Opportunity deal) {
        if (deal.get(Opportunity.DISCOUNT) == null) {
            return List.of();
        }
        return exceeded(deal, declared());
    }

    /** Finds the limits that a deal exceeds, for a decision of this transaction, which relies on all limits as they are. */
    public List<ExceededLimit> findExceededReliedOn(Opportunity deal) {
        if (deal.get(Opportunity.DISCOUNT) == null) {
            return List.of();
        }
        List<DiscountLimit> declared = declared();
        declared.forEach(session::rely);
        return exceeded(deal, declared);
    }

    private List<ExceededLimit> exceeded(Opportunity deal, List<DiscountLimit> declared) {
        return ExceededLimit.of(deal, declared, session.actor().roles(), session.now());
    }

    private List<DiscountLimit> declared() {
        try (Stream<DiscountLimit> limits = all().stream()) {
            return limits.toList();
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
