package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.AttributeWeights;
import dev.clientele.b2c.identity.linkage.BlockingKey;
import dev.clientele.b2c.identity.linkage.BlockingRule;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.QualityEstimate;
import dev.clientele.b2c.identity.linkage.Waterfall;
import dev.clientele.examples.cli.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result as JSON has it.
 *
 * @param files the files and how many records each has
 * @param records the records of all files
 * @param withoutNameOrIdentifier those that are never matched
 * @param mode {@code deduplicate}, {@code link} or {@code link-one-to-one}
 * @param threshold the probability from which a pair is a match
 * @param review the probability from which a pair is for review
 * @param precision the share of matches that are true, if the truth is given
 * @param recall the share of true pairs that are matches, if the truth is given
 * @param f1 their harmonic mean
 * @param truePairs the true pairs, if the truth is given
 * @param pairs the number of matches
 * @param reviewPairs the number of pairs for review
 * @param clusters the number of persons, those recorded once included
 * @param clustersOfSeveral the number of persons recorded twice or more
 * @param estimatedQuality precision and recall as far as they are known without the truth
 * @param prior the probability that two records drawn at random are of one person
 * @param householdPrior the probability that they are of two people of one household
 * @param labels how many judgements the model was corrected by
 * @param shift what they added to scores
 * @param scale what they multiplied weights by
 * @param weights of each attribute and level
 * @param blockingRules by what pairs are found
 * @param calibration how often pairs of like probability are true, if the truth is given
 * @param timings how long it took
 * @param explanation of the pair that was asked for
 */
record IdentityReport(
        List<FileRecords> files,
        long records,
        long withoutNameOrIdentifier,
        String mode,
        double threshold,
        double review,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        @Nullable Long truePairs,
        long pairs,
        long reviewPairs,
        long clusters,
        long clustersOfSeveral,
        QualityEstimate estimatedQuality,
        double prior,
        double householdPrior,
        int labels,
        double shift,
        double scale,
        List<LevelWeight> weights,
        List<String> blockingRules,
        List<ProbabilityBand> calibration,
        Timings timings,
        @Nullable Explanation explanation) {

    /** A file. */
    record FileRecords(String file, int records, long rejected) {}

    /** The weight of a level of an attribute, in natural log-odds; that of equality of a value of average frequency. */
    record LevelWeight(String attribute, String kind, String level, double m, double u, double weight) {}

    /** The time that it took, by the clock. */
    record Timings(double readSeconds, double linkSeconds, double recordsPerSecond) {

        static Timings of(long readNanos, long linkNanos, long records) {
            return new Timings(readNanos / 1e9, linkNanos / 1e9, records / Math.max(1e-9, linkNanos / 1e9));
        }
    }

    /** A step of an explanation, in natural log-odds. */
    record Step(String attribute, String level, double weight) {}

    /** The reasons of the score of two records: prior, steps and household sum up to it. */
    record Explanation(
            String firstFile,
            String firstId,
            String secondFile,
            String secondId,
            double prior,
            List<Step> steps,
            double household,
            double score,
            double probability,
            @Nullable String blockingRule) {

        static Explanation of(Waterfall why, LinkageModel model) {
            return new Explanation(
                    why.first().source(),
                    why.first().id(),
                    why.second().source(),
                    why.second().id(),
                    why.prior(),
                    why.steps().stream()
                            .map(step -> new Step(step.attribute().name(), step.level(), step.weight()))
                            .toList(),
                    why.household(),
                    why.score(),
                    why.probability(),
                    why.rule().map(rule -> words(rule, model)).orElse(null));
        }
    }

    static IdentityReport of(IdentityResult linked, @Nullable Waterfall asked) {
        LinkageModel model = linked.model();
        KnownEntities.LinkageAccuracy accuracy = linked.accuracy().orElse(null);
        return new IdentityReport(
                linked.files().files().stream()
                        .map(file -> new FileRecords(
                                file.source().name(), file.source().records().size(), file.rejectedCount()))
                        .toList(),
                linked.files().records(),
                linked.unusable(),
                TextFormat.optionWord(linked.settings().mode()),
                linked.settings().thresholds().match(),
                linked.settings().thresholds().review(),
                accuracy == null ? null : Double.valueOf(accuracy.precision()),
                accuracy == null ? null : Double.valueOf(accuracy.recall()),
                accuracy == null ? null : Double.valueOf(accuracy.f1()),
                accuracy == null ? null : Long.valueOf(accuracy.truePairs()),
                linked.count(MatchDecision.MATCH),
                linked.count(MatchDecision.REVIEW),
                linked.result().clusters().size(),
                linked.result().clusters().stream()
                        .filter(cluster -> cluster.records().size() > 1)
                        .count(),
                linked.estimate(),
                model.prior(),
                model.households().prior(),
                linked.labels().size(),
                model.calibration().shift(),
                model.calibration().scale(),
                weights(model),
                model.rules().stream().map(rule -> words(rule, model)).toList(),
                ProbabilityBand.of(linked.pairs(), linked.truth()),
                linked.timings(),
                asked == null ? null : Explanation.of(asked, model));
    }

    static List<LevelWeight> weights(LinkageModel model) {
        List<LevelWeight> all = new ArrayList<>();
        for (AttributeWeights weights : model.weights()) {
            for (int level = 0; level < weights.levels().size(); level++) {
                all.add(new LevelWeight(
                        weights.attribute().name(),
                        weights.attribute().kind().label(),
                        weights.levels().get(level),
                        weights.m().get(level),
                        weights.u().get(level),
                        model.calibration().scale() * weights.weight(level)));
            }
        }
        return all;
    }

    /** Such as {@code surname (sound) and postcode}. */
    static String words(BlockingRule rule, LinkageModel model) {
        return rule.keys().stream().map(key -> words(key, model)).collect(Collectors.joining(" and "));
    }

    private static String words(BlockingKey key, LinkageModel model) {
        String name = model.attributes().get(key.attribute()).name();
        return switch (key.part()) {
            case WHOLE -> name;
            case MAX_WORD_LENGTH -> name + " (longest word)";
            case SORTED_WORDS -> name + " (words in any order)";
            default -> name + " (" + TextFormat.optionWord(key.part()).replace('-', ' ') + ")";
        };
    }
}
