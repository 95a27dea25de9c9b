package dev.clientele.b2c.scoring.dropout;

/** Customers who never leave. */
public record InfiniteLifetime() implements LifetimeDistribution {
    @Override
    public double survival(double time) {
        return 1;
    }

    @Override
    public double density(double time) {
        return 0;
    }

    @Override
    public double expectedTime(double time) {
        return time;
    }

    @Override
    public double expectedTime(double time, double rate) {
        return rate == 0 ? time : -Math.expm1(-rate * time) / rate;
    }

    @Override
    public double discountedTime(double rate) {
        return 1 / rate;
    }

    @Override
    public double scale() {
        return Double.MAX_VALUE;
    }

    @Override
    public double quantile(double survival) {
        return Double.POSITIVE_INFINITY;
    }
}
