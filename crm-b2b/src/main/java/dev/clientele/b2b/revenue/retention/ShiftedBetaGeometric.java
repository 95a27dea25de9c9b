package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.numerics.ArgumentChecks;

/**
 * Customers who leave at each renewal with a probability of their own, these probabilities being beta distributed: {@code S(t) =
 * B(α, β + t) / B(α, β)} (P. S. Fader, B. G. S. Hardie, <i>How to project customer retention</i>, Journal of Interactive Marketing
 * 21 (2007), the survivor function of its appendix A). Immutable and thread-safe.
 *
 * @param alpha above zero and finite
 * @param beta above zero and finite
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RetentionModel {

    /** Checks the parameters. */
    public ShiftedBetaGeometric {
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("beta", beta);
    }

    /**
     * Fits the model under which a history is most likely.
     *
     * @throws dev.clientele.b2b.insight.projection.NotEnoughHistoryException if nobody has left, or at one renewal only
     * @throws NoLikelihoodMaximumException if there is no such: the more alike customers are the better, without end
     */
    public static ShiftedBetaGeometric fit(RenewalHistory history) {
        double[] found = RenewalLikelihood.fit(history, 2);
        return new ShiftedBetaGeometric(found[0], found[1]);
    }

    @Override
    public double logSurvival(int renewals) {
        return renewals == 0 ? 0 : LogSurvivalDerivatives.logSurvival(alpha, beta, renewals);
    }
}
