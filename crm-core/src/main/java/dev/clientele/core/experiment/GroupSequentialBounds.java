package dev.clientele.core.experiment;

import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.GaussLegendre;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bounds of the z-value at planned looks, two-sided and symmetric, that keep the error probability over all looks: the recursion
 * of Armitage, McPherson and Rowe (1969), Repeated significance tests on accumulating data, JRSS A 132(2), with the error spent
 * by Lan and DeMets.
 */
public final class GroupSequentialBounds {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final GaussLegendre RULE = GaussLegendre.of(24);
    private static final double FARTHEST = 38; // no double is small enough for the probability beyond
    private static final double NEGLIGIBLE = 9; // standard deviations that hold all but 1e-19

    private GroupSequentialBounds() {}

    /**
     * Computes the bounds of looks at equal distances.
     *
     * @param looks the number of looks, at least 1
     */
    public static List<Double> atEqualLooks(int looks, double level, AlphaSpending spending) {
        if (looks < 1) {
            throw new IllegalArgumentException("looks must be 1 or more, were " + looks);
        }
        List<Double> fractions = new ArrayList<>();
        for (int look = 1; look <= looks; look++) {
            fractions.add((double) look / looks);
        }
        return at(fractions, level, spending);
    }

    /**
     * Computes the bounds of looks at these fractions of the planned observations.
     *
     * @param fractions ascending, above 0, at most 1
     * @param level one less the two-sided error probability over all looks, as .95
     * @return the z-value at each look at or beyond which the experiment may be stopped
     */
    public static List<Double> at(List<Double> fractions, double level, AlphaSpending spending) {
        requireAscending(fractions);
        double side = (1 - ArgumentChecks.requireLevel(level)) / 2;
        List<Double> bounds = new ArrayList<>();
        Continuing continuing = new Continuing(new double[] {0}, new double[] {1});
        double before = 0;
        double spentBefore = 0;
        for (double fraction : fractions) {
            double spent = spending.spent(side, fraction);
            double deviation = Math.sqrt(fraction - before);
            double limit = continuing.limit(spent - spentBefore, deviation, FARTHEST * Math.sqrt(fraction));
            bounds.add(limit / Math.sqrt(fraction));
            continuing = continuing.next(Math.min(limit, NEGLIGIBLE * Math.sqrt(fraction)), deviation);
            before = fraction;
            spentBefore = spent;
        }
        return Collections.unmodifiableList(bounds);
    }

    private static void requireAscending(List<Double> fractions) {
        double before = 0;
        for (double fraction : fractions) {
            if (!(fraction > before && fraction <= 1)) {
                throw new IllegalArgumentException(
                        "fractions must ascend from above 0 to at most 1, were " + fractions);
            }
            before = fraction;
        }
    }

    /** The distribution of the sum among the experiments that weren't stopped, as masses at the nodes of a quadrature. */
    private static final class Continuing {
        private final double[] places;
        private final double[] masses;

        Continuing(double[] places, double[] masses) {
            this.places = places;
            this.masses = masses;
        }

        double beyond(double limit, double deviation) {
            double sum = 0;
            for (int i = 0; i < places.length; i++) {
                sum += masses[i] * NORMAL.survivalProbability((limit - places[i]) / deviation);
            }
            return sum;
        }

        /** Finds the limit beyond which this probability lies after an increment of this standard deviation. */
        double limit(double probability, double deviation, double farthest) {
            double low = 0;
            double high = farthest;
            for (int step = 0; step < 100 && low < high; step++) {
                double middle = (low + high) / 2;
                if (beyond(middle, deviation) > probability) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        Continuing next(double limit, double deviation) {
            int panels = (int) Math.max(1, Math.ceil(limit / deviation));
            double width = 2 * limit / panels;
            int size = panels * RULE.size();
            double[] nextPlaces = new double[size];
            double[] nextMasses = new double[size];
            for (int i = 0; i < size; i++) {
                int node = i % RULE.size();
                int panel = i / RULE.size();
                double place = -limit + width * (panel + RULE.node(node));
                double density = 0;
                for (int j = 0; j < places.length; j++) {
                    density += masses[j] * NORMAL.density((place - places[j]) / deviation);
                }
                nextPlaces[i] = place;
                nextMasses[i] = density / deviation * width * RULE.weight(node);
            }
            return new Continuing(nextPlaces, nextMasses);
        }
    }
}
