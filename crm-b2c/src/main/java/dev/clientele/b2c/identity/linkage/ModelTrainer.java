package dev.clientele.b2c.identity.linkage;

import dev.clientele.core.error.InvalidException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Fits a model to records without labels. */
public final class ModelTrainer {
    private static final int ANCHORS = 2_000;
    private static final int MOST_ANCHORS = 50_000;
    private static final double FEW_MATCHES = 200;

    private ModelTrainer() {}

    /**
     * Fits a model; the same records give the same model in whatever order they come.
     *
     * @throws InvalidException if there are no two records that may belong together
     * @throws IllegalArgumentException if a record hasn't one value for each attribute or two have the same place
     */
    public static TrainedModel fit(List<Attribute> attributes, List<LinkageSource> sources, LinkageSettings settings) {
        return fit(RecordTable.of(checked(attributes), sources, settings));
    }

    static TrainedModel fit(RecordTable table) {
        if (table.pairs() < 1) {
            throw InvalidException.of("linkage", "sources", "must hold two records that may belong together");
        }
        LevelPattern levels = new LevelPattern(table.attributes());
        BlockingKeys keys = new BlockingKeys(table.attributes());
        List<int[]> rules = CandidateRules.of(table, keys);
        PairSample random = RandomPairs.draw(table, levels);
        double[] chance = ChanceAgreement.estimate(random, new double[random.size()], table, levels);
        for (int count = ANCHORS; ; count *= 5) {
            int[] anchors = Anchors.draw(table, table.size() <= 2 * count ? table.size() : count);
            TrainingPairs training = TrainingPairs.find(table, levels, keys, rules, anchors);
            ExpectationMaximization learned = learn(training.sample(), random, chance, table, levels);
            double matches = Arrays.stream(learned.matches()).sum();
            if (matches >= FEW_MATCHES || anchors.length == table.size() || count >= MOST_ANCHORS) {
                List<BlockingRule> chosen = RuleSelection.choose(table, keys, rules, training, learned.matches());
                LinkageModel model = new LinkageModel(
                        1, learned.prior(), weights(table, levels, learned), table.frequencies(), chosen, ScoreCalibration.none());
                return new TrainedModel(model, training.sample().size(), matches, learned.likelihoods());
            }
        }
    }

    /** Learns, takes the likely matches out of the random pairs, and learns again. */
    private static ExpectationMaximization learn(
            PairSample pairs, PairSample random, double[] chance, RecordTable table, LevelPattern levels) {
        double[] expected = new double[levels.attributes() * 16];
        for (int i = 0; i < levels.attributes(); i++) {
            double[] shares = levels.expectedShares(i);
            System.arraycopy(shares, 0, expected, i * 16, shares.length);
        }
        double start = Math.min(0.1, 0.25 * table.size() / table.pairs());
        ExpectationMaximization first = new ExpectationMaximization(pairs, expected, chance, start).run();
        double[] weights = first.weights();
        double[] matches = new double[random.size()];
        for (int pair = 0; pair < matches.length; pair++) {
            matches[pair] = LogOdds.toProbability(LogOdds.of(first.prior()) + random.weight(pair, weights));
        }
        double[] cleaned = ChanceAgreement.estimate(random, matches, table, levels);
        return new ExpectationMaximization(pairs, expected, cleaned, first.prior()).run();
    }

    private static List<AttributeWeights> weights(RecordTable table, LevelPattern levels, ExpectationMaximization learned) {
        List<AttributeWeights> weights = new ArrayList<>();
        for (int i = 0; i < levels.attributes(); i++) {
            List<String> names = levels.levels(i);
            List<Double> m = new ArrayList<>();
            List<Double> u = new ArrayList<>();
            for (int level = 0; level < names.size(); level++) {
                m.add(learned.shares()[i * 16 + level]);
                u.add(learned.chance()[i * 16 + level]);
            }
            weights.add(new AttributeWeights(table.attributes().get(i), names, m, u));
        }
        return weights;
    }

    private static List<Attribute> checked(List<Attribute> attributes) {
        Objects.requireNonNull(attributes, "attributes");
        boolean distinct = attributes.stream().map(Attribute::name).distinct().count() == attributes.size();
        if (attributes.isEmpty() || attributes.size() > LevelPattern.MAX_ATTRIBUTES || !distinct) {
            throw InvalidException.of(
                    "linkage", "attributes", "must be 1 to " + LevelPattern.MAX_ATTRIBUTES + " of different names");
        }
        return List.copyOf(attributes);
    }
}
