package dev.clientele.b2c.scoring;

/** ln(1 + e^u): turns log-odds into log-probabilities without overflow. */
final class Softplus {
    private Softplus() {}

    static double of(double u) {
        return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
    }
}
