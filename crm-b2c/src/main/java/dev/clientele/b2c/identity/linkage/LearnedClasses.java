package dev.clientele.b2c.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/** The three classes of pairs as the data have them: strangers, people of one household, the same person twice. */
final class LearnedClasses {
    /** Records of which one in so many is expected to have a partner before the data have spoken. */
    private static final double START = 0.25;

    private final LevelPattern levels;
    private final HouseholdLevels shared;
    private final double[] chance;
    private final LatentClass same;
    private final LatentClass household;
    private final ExpectationMaximization learning;
    private final boolean matchesLearned;

    private LearnedClasses(
            LevelPattern levels,
            HouseholdLevels shared,
            double[] chance,
            LatentClass same,
            LatentClass household,
            ExpectationMaximization learning,
            boolean matchesLearned) {
        this.levels = levels;
        this.shared = shared;
        this.chance = chance;
        this.same = same;
        this.household = household;
        this.learning = learning;
        this.matchesLearned = matchesLearned;
    }

    /**
     * Learns, takes the likely matches out of the random pairs and out of the frequencies of values, and learns again.
     *
     * <p>Afterwards the table has the cleaned frequencies.
     */
    static LearnedClasses learn(PairSample pairs, PairSample random, RecordTable table, LevelPattern levels) {
        double start = Math.min(0.1, START * table.size() / table.pairs());
        double[] chance = ChanceAgreement.estimate(random, new double[random.size()], table, levels);
        LearnedClasses first = learn(pairs, chance, table, levels, start, start);
        if (!first.matchesLearned) {
            return first;
        }
        double[] matches = first.matches(random);
        table.discountPartners(first.partners(table));
        double[] cleaned = ChanceAgreement.estimate(random, matches, table, levels);
        return learn(pairs.again(table), cleaned, table, levels, first.same.prior(), first.household.prior());
    }

    /**
     * Learns from where matches are expected; where what comes out can't be one person, from where only the closest pairs are taken for
     * matches; where that can't be either, there are none, and the class is as was expected, of one pair in all.
     */
    private static LearnedClasses learn(
            PairSample pairs,
            double[] chance,
            RecordTable table,
            LevelPattern levels,
            double samePrior,
            double householdPrior) {
        HouseholdLevels shared = new HouseholdLevels(table.attributes());
        MatchAgreement agreement = new MatchAgreement(table.attributes(), chance);
        double onePair = Math.min(0.1, 1 / table.pairs());
        for (double prior : new double[] {samePrior, onePair}) {
            LatentClass same = latent(levels, chance, prior, shared, false);
            LatentClass household = latent(levels, chance, householdPrior, shared, true);
            ExpectationMaximization learning =
                    new ExpectationMaximization(pairs, same, household, shared.usable()).run();
            if (agreement.isOfOnePerson(pairs, learning.matches())) {
                return new LearnedClasses(levels, shared, chance, same, household, learning, true);
            }
        }
        LatentClass same = latent(levels, chance, onePair, shared, false).held(onePair);
        LatentClass household = latent(levels, chance, householdPrior, shared, true);
        ExpectationMaximization learning = new ExpectationMaximization(pairs, same, household, shared.usable()).run();
        return new LearnedClasses(levels, shared, chance, same, household, learning, false);
    }

    private static LatentClass latent(
            LevelPattern levels, double[] chance, double prior, HouseholdLevels shared, boolean ofHousehold) {
        double[] expected = new double[levels.attributes() * 16];
        boolean[] learned = new boolean[expected.length];
        for (int i = 0; i < levels.attributes(); i++) {
            double[] shares = levels.expectedShares(i);
            System.arraycopy(shares, 0, expected, i * 16, shares.length);
            for (int level = 0; level < shares.length; level++) {
                learned[i * 16 + level] = !ofHousehold || shared.at(i * 16 + level);
            }
        }
        return new LatentClass(expected, chance, learned, prior);
    }

    /** The probability of each of some other pairs to belong together. */
    private double[] matches(PairSample others) {
        double[] weights = same.weights();
        double prior = LogOdds.of(same.prior());
        double[] matches = new double[others.size()];
        for (int pair = 0; pair < matches.length; pair++) {
            matches[pair] = LogOdds.toProbability(prior + others.weight(pair, weights));
        }
        return matches;
    }

    /** For each attribute the other records of a person that have the same value, on average. */
    private double[] partners(RecordTable table) {
        double partners = 2 * same.prior() * table.pairs() / table.size();
        double[] equal = new double[levels.attributes()];
        for (int i = 0; i < equal.length; i++) {
            equal[i] = partners * same.shares()[i * 16];
        }
        return equal;
    }

    /** The probability of each training pair to belong together. */
    double[] matches() {
        return learning.matches();
    }

    List<Double> logPosteriors() {
        return learning.likelihoods();
    }

    LinkageModel model(RecordTable table, List<BlockingRule> rules) {
        List<AttributeWeights> weights = new ArrayList<>();
        double[] shares = same.shares();
        for (int i = 0; i < levels.attributes(); i++) {
            List<String> names = levels.levels(i);
            List<Double> m = new ArrayList<>();
            List<Double> u = new ArrayList<>();
            for (int level = 0; level < names.size(); level++) {
                m.add(shares[i * 16 + level]);
                u.add(chance[i * 16 + level]);
            }
            weights.add(new AttributeWeights(table.attributes().get(i), names, m, u));
        }
        HouseholdModel households = shared.usable()
                ? HouseholdModel.of(household.prior(), household.weights(), levels, shared)
                : HouseholdModel.none(weights.size());
        return new LinkageModel(
                1, same.prior(), weights, table.frequencies(), households, rules, ScoreCalibration.none());
    }
}
