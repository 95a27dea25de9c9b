package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns the prior and {@code m} without labels (Dempster, Laird and Rubin 1977, Maximum Likelihood from Incomplete Data via
 * the EM Algorithm, JRSS B 39(1), 1-38; for linkage Winkler 1988, Using the EM Algorithm for Weight Computation).
 *
 * <p>Likelihood is that of all pairs: those that no blocking rule brings together count as different. {@code u} stays as it
 * is. {@code m} is drawn to the expected shares by a Dirichlet prior worth {@value #PSEUDO_PAIRS} pairs, which decides only
 * where there are few data.
 */
final class ExpectationMaximization {
    private static final double PSEUDO_PAIRS = 6;
    private static final int MOST_ROUNDS = 60;
    private static final double SURE = 25;

    private final PairSample sample;
    private final double[] expected;
    private final double[] chance;
    private final List<Double> likelihoods = new ArrayList<>();
    private final double[] matches;
    private double[] shares;
    private double prior;

    /**
     * Starts from the expected shares.
     *
     * @param expected sixteen places an attribute
     * @param chance {@code u}, sixteen places an attribute
     */
    ExpectationMaximization(PairSample sample, double[] expected, double[] chance, double prior) {
        this.sample = sample;
        this.expected = expected.clone();
        this.chance = chance.clone();
        this.shares = expected.clone();
        this.prior = prior;
        this.matches = new double[sample.size()];
    }

    ExpectationMaximization run() {
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double likelihood = expect();
            likelihoods.add(likelihood);
            if (likelihood - before < 1e-3) {
                break;
            }
            before = likelihood;
            maximize();
        }
        return this;
    }

    /** Sets the probability of each pair to belong together and returns the logarithm of the posterior. */
    private double expect() {
        double[] weights = weights();
        double logOdds = LogOdds.of(prior);
        double likelihood = sample.population() * Math.log1p(-prior);
        for (int pair = 0; pair < matches.length; pair++) {
            double score = logOdds + sample.weight(pair, weights);
            if (score < -SURE) {
                matches[pair] = 0;
            } else {
                double odds = Math.exp(Math.min(score, 700));
                matches[pair] = score > SURE ? 1 : odds / (1 + odds);
                likelihood += score > SURE ? score : Math.log1p(odds);
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (expected[i] > 0) {
                likelihood += PSEUDO_PAIRS * expected[i] * Math.log(shares[i]);
            }
        }
        return likelihood;
    }

    private void maximize() {
        double[] counts = new double[shares.length];
        double total = 0;
        for (int pair = 0; pair < matches.length; pair++) {
            double match = matches[pair];
            if (match > 0) {
                total += match;
                long pattern = sample.patterns()[pair];
                for (int at = 0; at < counts.length; at += 16) {
                    counts[at + (int) (pattern & 15)] += match;
                    pattern >>>= 4;
                }
            }
        }
        prior = Math.min(0.5, Math.max(total, 1e-3) / sample.population());
        shares = shares(counts);
    }

    private double[] shares(double[] counts) {
        double[] found = new double[counts.length];
        for (int at = 0; at < counts.length; at += 16) {
            double sum = 0;
            for (int level = 0; level < LevelPattern.MISSING; level++) {
                found[at + level] = counts[at + level] + PSEUDO_PAIRS * expected[at + level];
                sum += found[at + level];
            }
            for (int level = 0; level < LevelPattern.MISSING; level++) {
                found[at + level] /= sum;
            }
        }
        return found;
    }

    /** Weights as {@link PairScorer#weights} has them. */
    double[] weights() {
        double[] weights = new double[shares.length];
        for (int i = 0; i < weights.length; i++) {
            if (shares[i] > 0) {
                weights[i] = i % 16 == 0 ? Math.log(shares[i]) : Math.log(shares[i] / chance[i]);
            }
        }
        return weights;
    }

    double prior() {
        return prior;
    }

    /** {@code m}, sixteen places an attribute. */
    double[] shares() {
        return shares.clone();
    }

    /** {@code u}, sixteen places an attribute. */
    double[] chance() {
        return chance.clone();
    }

    /** The probability of each pair of the sample to belong together. */
    double[] matches() {
        return matches.clone();
    }

    /** The logarithm of the posterior before each round; never falls. */
    List<Double> likelihoods() {
        return List.copyOf(likelihoods);
    }
}
