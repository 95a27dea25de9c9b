package dev.clientele.b2c.scoring.dropout;

import dev.clientele.core.numerics.GaussKronrod;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * E[h(p)] for p ~ Beta(a, b) and a positive smooth h, by adaptive quadrature on the logit scale with both tails in closed
 * form. Slow but right for all a, b &gt; 0: the way out where a series would need too many terms.
 */
public final class BetaMixture {
    private static final double MIN_WEIGHT = 1e-18;

    private BetaMixture() {}

    /**
     * Computes E[h(p)].
     *
     * @param h positive, tending to a constant as p falls below {@code smallest} and as p nears 1
     * @param a first shape, above 0
     * @param b second shape, above 0
     * @param smallest scale of p under which h hardly changes; above 0
     * @return the expectation, to about 1e-13 relative
     */
    public static double expectation(DoubleUnaryOperator h, double a, double b, double smallest) {
        double low = Math.log(MIN_WEIGHT) + Math.log(Math.min(Math.min(1, smallest), 1 / Math.max(1, b)));
        double high = -Math.log(MIN_WEIGHT) + Math.log(Math.max(1, a));
        double mode = Math.log(a) - Math.log(b);
        double width = Math.sqrt(1 / a + 1 / b);
        double peak = logDensity(a, b, mode);
        double knee = Math.log(smallest);
        double[] breaks = {
            low,
            knee - 3,
            knee,
            knee + 3,
            -3,
            3,
            mode - 12 * width,
            mode - 3 * width,
            mode,
            mode + 3 * width,
            mode + 12 * width,
            high
        };
        for (int i = 0; i < breaks.length; i++) {
            breaks[i] = Math.max(low, Math.min(high, breaks[i]));
        }
        Arrays.sort(breaks);
        double[] sums = GaussKronrod.integrate(
                (y, out) -> {
                    double weight = Math.exp(logDensity(a, b, y) - peak);
                    out[1] = weight;
                    out[0] = weight == 0 ? 0 : weight * h.applyAsDouble(logistic(y));
                },
                breaks,
                2e-14);
        double left = Math.exp(logDensity(a, b, low) - peak) / a;
        double right = Math.exp(logDensity(a, b, high) - peak) / b;
        double numerator = sums[0] + left * h.applyAsDouble(logistic(low)) + right * h.applyAsDouble(1);
        return numerator / (sums[1] + left + right);
    }

    private static double logDensity(double a, double b, double y) {
        // a ln p + b ln(1−p) for p = 1/(1+e^−y)
        double softplus = Math.log1p(Math.exp(-Math.abs(y)));
        return y >= 0 ? -a * softplus - b * (y + softplus) : a * (y - softplus) - b * softplus;
    }

    private static double logistic(double y) {
        return y >= 0 ? 1 / (1 + Math.exp(-y)) : Math.exp(y) / (1 + Math.exp(y));
    }
}
