package dev.clientele.b2c.campaign.attribution;

import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Draws from a Poisson distribution: by products of uniform numbers for a small mean, by transformed rejection for a large
 * one (Hörmann 1993, The Transformed Rejection Method for Generating Poisson Random Variables, Insurance: Mathematics and
 * Economics 12(1), 39-45).
 */
final class PoissonSampler {
    private static final int SMALL = 20;

    private PoissonSampler() {}

    static long draw(double mean, SplittableRandom random) {
        return mean <= SMALL ? small(mean, random) : large(mean, random);
    }

    private static long small(double mean, SplittableRandom random) {
        if (mean == 0) {
            return 0;
        }
        double bound = Math.exp(-mean);
        long drawn = 0;
        for (double product = random.nextDouble(); product > bound; product *= random.nextDouble()) {
            drawn++;
        }
        return drawn;
    }

    private static long large(double mean, SplittableRandom random) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double scale = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double tail = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / tail + b) * u + mean + 0.43);
            if (tail >= 0.07 && v <= squeeze) {
                return (long) k;
            }
            if (k >= 0
                    && (tail >= 0.013 || v <= tail)
                    && Math.log(v * scale / (a / (tail * tail) + b))
                            <= k * Math.log(mean) - mean - LogGamma.value(k + 1)) {
                return (long) k;
            }
        }
    }
}
