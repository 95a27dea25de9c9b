package dev.clientele.core.experiment;

import dev.clientele.core.numerics.ArgumentChecks;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A plan of an experiment's size and duration for the two-sided z-test of a difference in means: van Belle (2008), Statistical
 * Rules of Thumb, equation 2.3, with unequal arms.
 *
 * @param variance the outcome's variance; p(1 − p) of a rate; times 1 − R² if covariates explain R² of it
 * @param level the confidence level of the test, as .95
 * @param power the probability with which the effect is to be found, as .8
 * @param treatmentShare the share of the treatment, between 0 and 1
 * @param designEffect the factor of the variance by clusters, 1 without
 */
public record SampleSizePlan(double variance, double level, double power, double treatmentShare, double designEffect) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Creates a plan. */
    public SampleSizePlan {
        ArgumentChecks.requireParameter("variance", variance);
        ArgumentChecks.requireLevel(level);
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("power must be above 0 and below 1, was " + power);
        }
        if (!(treatmentShare > 0 && treatmentShare < 1)) {
            throw new IllegalArgumentException("treatment's share must be above 0 and below 1, was " + treatmentShare);
        }
        ArgumentChecks.requireParameter("design effect", designEffect);
    }

    /** Returns a plan with two equal arms, a level of .95 and a power of .8. */
    public static SampleSizePlan ofVariance(double variance) {
        return new SampleSizePlan(variance, 0.95, 0.8, 0.5, 1);
    }

    /** Returns a plan as {@link #ofVariance} for an outcome that happens at this rate. */
    public static SampleSizePlan ofRate(double rate) {
        return ofVariance(rate * (1 - rate));
    }

    /** Returns this plan with another power. */
    public SampleSizePlan withPower(double newPower) {
        return new SampleSizePlan(variance, level, newPower, treatmentShare, designEffect);
    }

    /** Returns this plan with another share of the treatment. */
    public SampleSizePlan withTreatmentShare(double share) {
        return new SampleSizePlan(variance, level, power, share, designEffect);
    }

    /**
     * Returns this plan for whole accounts of this mean size: Kish's design effect 1 + (m − 1)ρ.
     *
     * @param meanSize the people an account, at least 1
     * @param intraClassCorrelation from 0 to below 1
     */
    public SampleSizePlan withClusters(double meanSize, double intraClassCorrelation) {
        if (!(meanSize >= 1)) {
            throw new IllegalArgumentException("mean size must be 1 or more, was " + meanSize);
        }
        double effect = 1 + (meanSize - 1) * ArgumentChecks.requireProbability(intraClassCorrelation);
        return new SampleSizePlan(variance, level, power, treatmentShare, effect);
    }

    /** Computes the observations of both arms needed to find this absolute difference. */
    public long observations(double difference) {
        double sum = NORMAL.inverseSurvivalProbability((1 - level) / 2) + NORMAL.inverseCumulativeProbability(power);
        double needed = unitVariance() * Math.pow(sum / requireDifference(difference), 2);
        if (!(needed < Long.MAX_VALUE)) {
            throw new IllegalArgumentException("difference must be larger, was " + difference);
        }
        return (long) Math.ceil(needed);
    }

    /** Computes the smallest difference found with the plan's power by this many observations of both arms. */
    public double detectableDifference(long observations) {
        double sum = NORMAL.inverseSurvivalProbability((1 - level) / 2) + NORMAL.inverseCumulativeProbability(power);
        return sum * Math.sqrt(unitVariance() / requirePositive(observations));
    }

    /** Computes the probability of finding this difference by this many observations of both arms. */
    public double powerAt(double difference, long observations) {
        double limit = NORMAL.inverseSurvivalProbability((1 - level) / 2);
        double mean = requireDifference(difference) / Math.sqrt(unitVariance() / requirePositive(observations));
        return NORMAL.survivalProbability(limit - mean) + NORMAL.cumulativeProbability(-limit - mean);
    }

    /** Computes the whole days needed to find this difference with this many new observations a day. */
    public long days(double difference, double observationsPerDay) {
        ArgumentChecks.requireParameter("observations a day", observationsPerDay);
        return (long) Math.ceil(observations(difference) / observationsPerDay);
    }

    private double unitVariance() {
        return variance * designEffect / (treatmentShare * (1 - treatmentShare));
    }

    private static long requirePositive(long observations) {
        if (observations < 1) {
            throw new IllegalArgumentException("observations must be 1 or more, were " + observations);
        }
        return observations;
    }

    private static double requireDifference(double difference) {
        double size = Math.abs(difference);
        return ArgumentChecks.requireParameter("difference", size);
    }
}
