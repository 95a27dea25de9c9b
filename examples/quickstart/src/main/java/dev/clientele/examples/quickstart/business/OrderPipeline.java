package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;

/**
 * The way of an order through the house as a pipeline. The probabilities are this example's own: the source only shows how
 * orders ended.
 */
public final class OrderPipeline {

    /** Being worked on: where every order starts. */
    public static final String IN_PROCESS = "in-process";
    /** Waits, mostly for a payment. */
    public static final String ON_HOLD = "on-hold";
    /** Sent, and the customer disputes it. */
    public static final String DISPUTED = "disputed";
    /** By which the pipeline is known. */
    public static final String CODE = "orders";

    private OrderPipeline() {}

    static Pipeline create() {
        return Pipeline.of(
                CODE,
                "Orders",
                Stage.open(IN_PROCESS, "In process", "0.95", ForecastCategory.COMMIT),
                Stage.open(ON_HOLD, "On hold", "0.60", ForecastCategory.BEST_CASE),
                Stage.open(DISPUTED, "Disputed", "0.40", ForecastCategory.PIPELINE),
                Stage.won("delivered", "Delivered"),
                Stage.lost("cancelled", "Cancelled"));
    }
}
