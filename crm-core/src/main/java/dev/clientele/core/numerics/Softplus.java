package dev.clientele.core.numerics;

/** ln(1 + e^u): turns log-odds into log-probabilities without overflow. */
public final class Softplus {
    private Softplus() {}

    /** Computes ln(1 + e^u). */
    public static double of(double u) {
        return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
    }
}
