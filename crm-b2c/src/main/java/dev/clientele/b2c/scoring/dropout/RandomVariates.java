package dev.clientele.b2c.scoring.dropout;

import java.util.random.RandomGenerator;

/** Random numbers of the distributions that the models are made of. The same generator gives the same numbers. */
public final class RandomVariates {
    private static final double MANY = 30;

    private RandomVariates() {}

    /** Draws from a standard normal distribution (Box and Muller 1958). */
    public static double normal(RandomGenerator random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Draws from a gamma distribution with this shape and rate 1 (Marsaglia and Tsang 2000). */
    public static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = normal(random);
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Draws from a beta distribution. */
    public static double beta(RandomGenerator random, double a, double b) {
        double x = gamma(random, a);
        double y = gamma(random, b);
        return x + y > 0 ? x / (x + y) : random.nextDouble() * (a + b) < a ? 1 : 0;
    }

    /** Draws from a Poisson distribution: by multiplication, after halving large means by gamma variates (Ahrens and Dieter 1974). */
    public static int poisson(RandomGenerator random, double mean) {
        double left = mean;
        int number = 0;
        while (left > MANY) {
            int step = (int) Math.min(1_000_000_000, Math.floor(left * 7 / 8));
            double time = gamma(random, step);
            if (time > left) {
                return number + binomial(random, step - 1, left / time);
            }
            number = Math.addExact(number, step);
            left -= time;
        }
        double end = Math.exp(-left);
        for (double product = random.nextDouble(); product > end; product *= random.nextDouble()) {
            number++;
        }
        return number;
    }

    /** Draws from a binomial distribution, trial by trial. */
    public static int binomial(RandomGenerator random, int trials, double probability) {
        int number = 0;
        for (int i = 0; i < trials; i++) {
            number += random.nextDouble() < probability ? 1 : 0;
        }
        return number;
    }

    /** Draws the number of trials up to and including the first success: 1 or more, at most the largest {@code int}. */
    public static int firstSuccess(RandomGenerator random, double probability) {
        if (probability >= 1) {
            return 1;
        }
        double trials = Math.floor(Math.log(1 - random.nextDouble()) / Math.log1p(-probability));
        return trials < Integer.MAX_VALUE - 1 ? 1 + (int) trials : Integer.MAX_VALUE;
    }
}
