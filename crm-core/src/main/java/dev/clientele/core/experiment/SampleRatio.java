package dev.clientele.core.experiment;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The check that arms have the sizes they were planned with, by Pearson's chi-square: Fabijan, Gupchup, Gupta, Omhover, Qin,
 * Vermeer and Dmitriev (2019), Diagnosing sample ratio mismatch in online controlled experiments, KDD.
 *
 * @param chiSquare the sum of squared deviations by expectations, 0 or more
 * @param degreesOfFreedom the number of arms less 1
 * @param pValue the probability of sizes at least as far from the plan
 */
public record SampleRatio(double chiSquare, int degreesOfFreedom, double pValue) {
    /** The probability below which sizes are a mismatch. */
    public static final double ALARM = 0.001;

    /**
     * Computes the check of arms planned with equal sizes.
     *
     * @throws ExperimentDataException if there are fewer than two arms or nobody is in them
     */
    public static SampleRatio ofEqualArms(List<Long> counts) {
        return of(counts, counts.stream().map(count -> 1.0).toList());
    }

    /**
     * Computes the check of arms planned with sizes in proportion to these weights.
     *
     * @throws IllegalArgumentException if there isn't one weight above 0 an arm or a count is below 0
     * @throws ExperimentDataException if there are fewer than two arms or nobody is in them
     */
    public static SampleRatio of(List<Long> counts, List<Double> weights) {
        if (counts.size() != weights.size()) {
            throw new IllegalArgumentException("weights must be " + counts.size() + ", were " + weights.size());
        }
        if (counts.size() < 2) {
            throw ExperimentDataException.tooFew("arms", 2, counts.size());
        }
        double total = 0;
        double weight = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) < 0 || !(weights.get(i) > 0 && Double.isFinite(weights.get(i)))) {
                throw new IllegalArgumentException("counts must be 0 or more and weights finite and above 0");
            }
            total += counts.get(i);
            weight += weights.get(i);
        }
        if (total == 0) {
            throw ExperimentDataException.tooFew("observations", 1, 0);
        }
        double chiSquare = 0;
        for (int i = 0; i < counts.size(); i++) {
            double expected = total * weights.get(i) / weight;
            chiSquare += Math.pow(counts.get(i) - expected, 2) / expected;
        }
        int freedom = counts.size() - 1;
        return new SampleRatio(
                chiSquare, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(chiSquare));
    }

    /** Returns whether the sizes are so far from the plan that assignment or logging must be wrong. */
    public boolean isMismatch() {
        return pValue < ALARM;
    }
}
