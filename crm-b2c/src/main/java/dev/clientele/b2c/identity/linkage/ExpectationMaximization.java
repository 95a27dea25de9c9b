package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns without labels the priors and level shares of true pairs and of people of one household (Dempster, Laird and Rubin
 * 1977, Maximum Likelihood from Incomplete Data via the EM Algorithm, JRSS B 39(1), 1-38; for linkage Winkler 1988, Using the
 * EM Algorithm for Weight Computation).
 *
 * <p>Likelihood is that of all pairs: those that no blocking rule brings together count as strangers. {@code u}, the shares
 * of strangers, stays as it is. The shares are drawn to what is expected by a Dirichlet prior, which decides only where
 * there are few data.
 */
final class ExpectationMaximization {
    private static final int MAX_ROUNDS = 80;
    private static final double SURE = 30;

    private final PairSample sample;
    private final LatentClass same;
    private final LatentClass household;
    private final boolean households;
    private final List<Double> likelihoods = new ArrayList<>();
    private final double[] matches;
    private final double[] relatives;

    ExpectationMaximization(PairSample sample, LatentClass same, LatentClass household, boolean households) {
        this.sample = sample;
        this.same = same;
        this.household = household;
        this.households = households;
        this.matches = new double[sample.size()];
        this.relatives = new double[sample.size()];
    }

    ExpectationMaximization run() {
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double likelihood = expect();
            likelihoods.add(likelihood);
            if (likelihood - before < 1e-6 * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
            maximize();
        }
        return this;
    }

    /** Sets the probabilities of each pair and returns the logarithm of the posterior. */
    private double expect() {
        double strangers = 1 - same.prior() - (households ? household.prior() : 0);
        double[] sameWeights = same.weights();
        double[] householdWeights = household.weights();
        double samePrior = Math.log(same.prior() / strangers);
        double householdPrior = Math.log(household.prior() / strangers);
        double likelihood = sample.population() * Math.log(strangers);
        for (int pair = 0; pair < matches.length; pair++) {
            double score = samePrior + sample.weight(pair, sameWeights);
            double other = households ? householdPrior + sample.householdWeight(pair, householdWeights) : -2 * SURE;
            double most = Math.max(0, Math.max(score, other));
            double oddsSame = score < most - SURE ? 0 : Math.exp(score - most);
            double oddsHousehold = other < most - SURE ? 0 : Math.exp(other - most);
            if (oddsSame == 0 && oddsHousehold == 0) {
                matches[pair] = 0;
                relatives[pair] = 0;
            } else {
                double sum = oddsSame + oddsHousehold + Math.exp(-most);
                matches[pair] = oddsSame / sum;
                relatives[pair] = oddsHousehold / sum;
                likelihood += most + Math.log(sum);
            }
        }
        return likelihood + same.logDensity() + (households ? household.logDensity() : 0);
    }

    private void maximize() {
        maximize(same, matches);
        if (households) {
            maximize(household, relatives);
        }
    }

    private void maximize(LatentClass latent, double[] probabilities) {
        double[] counts = new double[latent.shares().length];
        double total = 0;
        for (int pair = 0; pair < probabilities.length; pair++) {
            double probability = probabilities[pair];
            if (probability > 0) {
                total += probability;
                long pattern = sample.patterns()[pair];
                for (int at = 0; at < counts.length; at += 16) {
                    counts[at + (int) (pattern & 15)] += probability;
                    pattern >>>= 4;
                }
            }
        }
        latent.maximize(total, counts, sample.population());
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
