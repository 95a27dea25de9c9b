package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.numerics.ArgumentChecks;

/**
 * Customers who leave with probabilities of their own that change with time: {@code S(t) = B(α, β + t^c) / B(α, β)}. With {@code
 * c} above 1 a customer is ever more likely to leave, below 1 ever less; with 1 it is the {@link ShiftedBetaGeometric}. After P.
 * S. Fader, B. G. S. Hardie, Y. Liu, J. Davin, T. Steenburgh, <i>"How to project customer retention" revisited: the role of duration
 * dependence</i>, Journal of Interactive Marketing 43 (2018).
 * Immutable and thread-safe.
 *
 * @param alpha above zero and finite
 * @param beta above zero and finite
 * @param c above zero and finite
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c) implements RetentionModel {

    /** Checks the parameters. */
    public BetaDiscreteWeibull {
        ArgumentChecks.requireParameter("alpha", alpha);
        ArgumentChecks.requireParameter("beta", beta);
        ArgumentChecks.requireParameter("c", c);
    }

    /**
     * Fits the model under which a history is most likely.
     *
     * @throws dev.clientele.b2b.insight.projection.NotEnoughHistoryException if nobody has left, or at one renewal only
     * @throws NoLikelihoodMaximumException if there is no such
     */
    public static BetaDiscreteWeibull fit(RenewalHistory history) {
        double[] found = RenewalLikelihood.fit(history, 3);
        return new BetaDiscreteWeibull(found[0], found[1], found[2]);
    }

    @Override
    public double logSurvival(int renewals) {
        return renewals == 0 ? 0 : LogSurvivalDerivatives.logSurvival(alpha, beta, Math.pow(renewals, c));
    }
}
