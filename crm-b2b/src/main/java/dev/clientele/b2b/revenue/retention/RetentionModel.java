package dev.clientele.b2b.revenue.retention;

/** A model of retention: the share of customers under contract who are left after a number of renewals. Implementations are
 * thread-safe. */
public interface RetentionModel {

    /**
     * The natural logarithm of the share of customers that renew at least so often: zero for none, and falling.
     *
     * @param renewals zero or more
     */
    double logSurvival(int renewals);

    /** The share of customers that renew at least so often: 1 for none, and falling. */
    default double survival(int renewals) {
        return Math.exp(logSurvival(renewals));
    }

    /** The share of those who have renewed one time less that also renew this time, from the first on. */
    default double retentionRate(int renewal) {
        if (renewal < 1) {
            throw new IllegalArgumentException("renewal must be 1 or more, got " + renewal);
        }
        return conditionalSurvival(renewal - 1, 1);
    }

    /** Computes the probability that a customer who has renewed a number of times renews at least so many times more. */
    default double conditionalSurvival(int renewed, int more) {
        return Math.exp(logSurvival(renewed + more) - logSurvival(renewed));
    }

    /**
     * How many renewals are still to be expected of a customer who has renewed so often and is about to be asked again, later
     * ones counting less: {@code Σ stays(renewed, k) / (1 + d)^(k − 1)} over {@code k = 1, 2, …}; the discounted expected
     * residual lifetime of Fader and Hardie (2010), equation 6.
     *
     * @param discount what one period takes off, above zero
     */
    default double residualLifetime(int renewed, double discount) {
        if (!(discount > 0 && discount <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("discount must be above zero and finite, got " + discount);
        }
        double sum = 0;
        double factor = 1;
        for (int more = 1; ; more++) {
            double term = conditionalSurvival(renewed, more) * factor;
            sum += term;
            if (term <= 1e-15 * sum || factor < 1e-18) {
                return sum;
            }
            factor /= 1 + discount;
        }
    }
}
