package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.DiscountedIntegral;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The forecast of a model for one customer from now on. Times are in the model's {@link TimeStep}, counted from now;
 * rates are continuous and per unit of time. Every answer is finite; immutable and thread-safe.
 */
public interface CustomerForecast {
    /** Computes ln of {@link #pAlive()}: finite where the probability itself is too small for a {@code double}. */
    double logAlive();

    /** Returns the probability that the customer may still buy, from 0 to 1. */
    default double pAlive() {
        return Math.exp(logAlive());
    }

    /**
     * Returns the probability that the customer may still buy at a later time.
     *
     * @param time 0 or more
     */
    double pAliveAfter(double time);

    /**
     * Returns the expected number of purchases.
     *
     * @param time length of the period that starts now, 0 or more
     */
    double expectedTransactions(double time);

    /**
     * Returns the probability of exactly this many purchases.
     *
     * @param number 0 or more
     * @param time length of the period that starts now, 0 or more
     */
    double probability(int number, double time);

    /**
     * Returns the probability that the next purchase comes within a time.
     *
     * @param time 0 or more
     */
    double nextPurchaseWithin(double time);

    /**
     * Returns the time within which the next purchase comes with a given probability.
     *
     * @param probability from 0 to 1, 1 excluded
     * @return empty if the customer will never buy again with a higher probability than what is left
     */
    OptionalDouble nextPurchaseQuantile(double probability);

    /**
     * Returns the expected number of purchases, each discounted to now.
     *
     * @param time length of the period that starts now, 0 or more
     * @param rate continuous discount rate per unit of time, 0 or more
     */
    default double discountedTransactions(double time, double rate) {
        ArgumentChecks.requireTime(time);
        ArgumentChecks.requireRate(rate);
        return DiscountedIntegral.presentValue(this::expectedTransactions, time, rate);
    }

    /**
     * Returns the discounted expected residual transactions (DERT): all purchases for ever, each discounted to now.
     *
     * @param rate continuous discount rate per unit of time, above 0
     */
    double discountedTransactions(double rate);

    /**
     * Draws a number of purchases from their distribution: all that the model says of this customer, chance included.
     *
     * @param random the source of chance; the same gives the same numbers
     * @param time length of the period that starts now, 0 or more
     */
    int sample(RandomGenerator random, double time);
}
