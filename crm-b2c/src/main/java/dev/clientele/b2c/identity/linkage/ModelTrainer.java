package dev.clientele.b2c.identity.linkage;

import dev.clientele.core.error.InvalidException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Fits a model to records without labels. */
public final class ModelTrainer {
    private static final int ANCHORS = 2_000;
    private static final int MAX_ANCHORS = 50_000;
    private static final double FEW_MATCHES = 200;

    private ModelTrainer() {}

    /**
     * Fits a model; the same records give the same model in whatever order they come.
     *
     * @throws InvalidException if there are no two records that may belong together
     * @throws IllegalArgumentException if a record hasn't one value for each attribute or two have the same place
     */
    public static TrainedModel fit(
            List<RecordAttribute> attributes, List<LinkageSource> sources, LinkageSettings settings) {
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
        for (int count = ANCHORS; ; count *= 5) {
            int[] anchors = Anchors.draw(table, table.size() <= 2 * count ? table.size() : count);
            TrainingPairs training = TrainingPairs.find(table, levels, keys, rules, anchors);
            LearnedClasses learned = LearnedClasses.learn(training.sample(), random.again(table), table, levels);
            double matches = Arrays.stream(learned.matches()).sum();
            if (matches >= FEW_MATCHES || anchors.length == table.size() || count >= MAX_ANCHORS) {
                List<BlockingRule> chosen = RuleSelection.choose(table, keys, rules, training, learned.matches());
                return new TrainedModel(
                        learned.model(table, chosen), training.sample().size(), matches, learned.logPosteriors());
            }
        }
    }

    private static List<RecordAttribute> checked(List<RecordAttribute> attributes) {
        Objects.requireNonNull(attributes, "attributes");
        boolean distinct =
                attributes.stream().map(RecordAttribute::name).distinct().count() == attributes.size();
        if (attributes.isEmpty() || attributes.size() > LevelPattern.MAX_ATTRIBUTES || !distinct) {
            throw InvalidException.of(
                    "linkage", "attributes", "must be 1 to " + LevelPattern.MAX_ATTRIBUTES + " of different names");
        }
        return List.copyOf(attributes);
    }
}
