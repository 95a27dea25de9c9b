package dev.clientele.b2b.deal;

import com.google.common.collect.ImmutableList;
import dev.clientele.b2b.deal.approval.Approvals;
import dev.clientele.b2b.deal.limit.DiscountLimits;
import dev.clientele.b2b.deal.pipeline.DealLines;
import dev.clientele.b2b.deal.pipeline.GateFactSource;
import dev.clientele.b2b.deal.pipeline.Opportunities;
import dev.clientele.b2b.deal.pipeline.Pipelines;
import dev.clientele.b2b.deal.pipeline.StageTransitionRule;
import dev.clientele.b2b.deal.quote.Quotes;
import dev.clientele.b2b.deal.stakeholder.Stakeholders;
import dev.clientele.core.CrmSession;
import java.util.List;

/**
 * The deals of the session's tenant with everything that belongs to them: pipelines, line items, stakeholders, approvals, quotes
 * and discount limits. Thread-safe unless the session is that of a transaction.
 */
public final class Deals extends Opportunities {

    private static final List<GateFactSource> GATE_FACTS =
            List.of(Stakeholders.gateFacts(), Approvals.gateFacts(), DiscountLimits.gateFacts());

    private final CrmSession session;

    /** Opens the deals of a session, with stakeholders, approvals and discount limits as facts that gates can ask. */
    public Deals(CrmSession session) {
        super(session, GATE_FACTS);
        this.session = session;
    }

    /**
     * Returns the rule over the moves of deals, with stakeholders, approvals and discount limits as facts that gates can ask.
     *
     * @param more further sources of facts
     */
    public static StageTransitionRule stageTransitionRule(GateFactSource... more) {
        return new StageTransitionRule(ImmutableList.<GateFactSource>builder()
                .addAll(GATE_FACTS)
                .add(more)
                .build());
    }

    /** Returns the pipelines. */
    public Pipelines pipelines() {
        return new Pipelines(session);
    }

    /** Returns the line items of deals. */
    public DealLines lines() {
        return new DealLines(session);
    }

    /** Returns the stakeholders of deals and their buying roles. */
    public Stakeholders stakeholders() {
        return new Stakeholders(session);
    }

    /** Returns the requests for approval. */
    public Approvals approvals() {
        return new Approvals(session);
    }

    /** Returns the quotes. */
    public Quotes quotes() {
        return new Quotes(session);
    }

    /** Returns the discount limits. */
    public DiscountLimits discountLimits() {
        return new DiscountLimits(session);
    }
}
