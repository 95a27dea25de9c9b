package dev.clientele.b2c.scoring.dropout;

/** How long a customer who is alive now stays alive: a distribution of the remaining lifetime. Immutable. */
public interface LifetimeDistribution {
    /** Probability of staying longer than this. */
    double survival(double time);

    /** Density of leaving at this time. */
    double density(double time);

    /** Expected time alive within the next {@code time}: the integral of survival. */
    double expectedTime(double time);

    /** Expected time alive within the next {@code time}, discounted continuously. */
    double expectedTime(double time, double rate);

    /** Expected time alive for ever, discounted continuously: the integral of e^(−rate·t) survival(t). */
    double discountedTime(double rate);

    /** A time over which survival changes noticeably. */
    double scale();
}
