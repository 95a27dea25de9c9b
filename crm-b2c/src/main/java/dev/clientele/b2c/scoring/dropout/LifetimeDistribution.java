package dev.clientele.b2c.scoring.dropout;

/** The distribution of the remaining lifetime of a customer who is alive now. Immutable. */
public interface LifetimeDistribution {
    /** Returns the probability of staying longer than this. */
    double survival(double time);

    /** Returns the density of leaving at this time. */
    double density(double time);

    /** Returns the expected time alive within the next {@code time}: the integral of survival. */
    double expectedTime(double time);

    /** Returns the expected time alive within the next {@code time}, discounted continuously. */
    double expectedTime(double time, double rate);

    /** Returns the expected time alive for ever, discounted continuously: the integral of e^(−rate·t) survival(t). */
    double discountedTime(double rate);

    /** Returns a time over which survival changes noticeably. */
    double scale();

    /**
     * Returns the lifetime that is survived with this probability.
     *
     * @param survival above 0 and at most 1
     */
    double quantile(double survival);
}
