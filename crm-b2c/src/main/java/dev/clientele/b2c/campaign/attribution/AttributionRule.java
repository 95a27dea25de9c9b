package dev.clientele.b2c.campaign.attribution;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that divides a conversion among the touches of its path by their places or ages alone. Two rules are equal if they
 * have the same name, which says the parameters too.
 */
public final class AttributionRule {
    private final String name;
    private final TouchWeights weights;

    private AttributionRule(String name, TouchWeights weights) {
        this.name = name;
        this.weights = weights;
    }

    /** Returns the rule that credits the first touch. */
    public static AttributionRule first() {
        return new AttributionRule("first", path -> single(path, 0));
    }

    /** Returns the rule that credits the last touch. */
    public static AttributionRule last() {
        return new AttributionRule("last", path -> single(path, path.channels().size() - 1));
    }

    /** Returns the rule that credits all touches equally. */
    public static AttributionRule linear() {
        return new AttributionRule("linear", path -> {
            double[] result = new double[path.channels().size()];
            Arrays.fill(result, 1);
            return result;
        });
    }

    /**
     * Returns the rule that credits the first and the last touch with these shares and the touches between equally with the
     * rest. Of two touches each has its share of the sum of both, half each where both shares are 0.
     *
     * @throws IllegalArgumentException unless both shares are 0 or more and together at most 1
     */
    public static AttributionRule positionBased(double firstShare, double lastShare) {
        if (!(firstShare >= 0 && lastShare >= 0 && firstShare + lastShare <= 1)) {
            throw new IllegalArgumentException("shares must be 0 or more and together at most 1");
        }
        return new AttributionRule(
                "position " + firstShare + "/" + lastShare, path -> positions(path, firstShare, lastShare));
    }

    /**
     * Returns the rule by which a touch counts half as much as one that came {@code halfLife} steps later.
     *
     * @throws IllegalArgumentException unless the half-life is finite and above 0
     */
    public static AttributionRule stepDecay(double halfLife) {
        if (!(halfLife > 0 && Double.isFinite(halfLife))) {
            throw new IllegalArgumentException("halfLife must be finite and above 0 but was " + halfLife);
        }
        return new AttributionRule("decay by steps, half-life " + halfLife, path -> {
            double[] result = new double[path.channels().size()];
            for (int i = 0; i < result.length; i++) {
                result[i] = Math.pow(2, -(result.length - 1 - i) / halfLife);
            }
            return result;
        });
    }

    /**
     * Returns the rule by which a touch counts half as much as one that came {@code halfLife} later; paths must have times.
     *
     * @throws IllegalArgumentException unless the half-life is above 0
     */
    public static AttributionRule timeDecay(Duration halfLife) {
        if (halfLife.isZero() || halfLife.isNegative()) {
            throw new IllegalArgumentException("halfLife must be above 0");
        }
        return new AttributionRule("decay by time, half-life " + halfLife, path -> ageing(path, seconds(halfLife)));
    }

    /** Returns first, last, linear, position-based 40/20/40 and decay with a half-life of one step. */
    public static List<AttributionRule> standard() {
        return List.of(first(), last(), linear(), positionBased(0.4, 0.4), stepDecay(1));
    }

    /** Returns the name with the parameters, unique among rules. */
    public String name() {
        return name;
    }

    /**
     * Returns the share of each touch in a conversion; they sum to 1, and there is none for a path without touches.
     *
     * @throws IllegalArgumentException if the rule needs times and the path has none
     */
    public double[] shares(MarketingPath path) {
        if (path.channels().isEmpty()) {
            return new double[0];
        }
        double[] result = weights.of(path);
        double sum = Arrays.stream(result).sum();
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributionRule that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static double[] single(MarketingPath path, int touch) {
        double[] result = new double[path.channels().size()];
        result[touch] = 1;
        return result;
    }

    private static double[] positions(MarketingPath path, double first, double last) {
        int n = path.channels().size();
        double[] result = new double[n];
        if (n > 2) {
            Arrays.fill(result, (1 - first - last) / (n - 2));
        }
        result[0] = first;
        result[n - 1] = last;
        if (n == 1 || (n == 2 && first + last == 0)) {
            Arrays.fill(result, 1);
        }
        return result;
    }

    /** Ages count from that of the last touch, so that the last weight is 1 and no sum underflows. */
    private static double[] ageing(MarketingPath path, double halfLife) {
        path.requireAges();
        double[] result = new double[path.channels().size()];
        Duration latest = path.ages().get(result.length - 1);
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.pow(2, -seconds(path.ages().get(i).minus(latest)) / halfLife);
        }
        return result;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    /** Weights of the touches of a path that has at least one, not all 0. */
    private interface TouchWeights {
        double[] of(MarketingPath path);
    }
}
