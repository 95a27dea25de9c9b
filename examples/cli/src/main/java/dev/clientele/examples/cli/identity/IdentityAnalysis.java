package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageResult;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.RecordLinker;
import dev.clientele.b2c.identity.linkage.ScoreCalibrator;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.Thresholds;
import dev.clientele.core.error.InvalidException;
import dev.clientele.examples.cli.transactions.UnusableDataException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links the records of files.
 *
 * @param settings how
 * @param floor the probability down to which pairs are wanted, at most that of review
 */
record IdentityAnalysis(LinkageSettings settings, double floor) {

    /**
     * Links.
     *
     * @param labels judgements to correct the model by
     * @param judged judgements to estimate the quality from
     * @param readNanos how long reading took
     * @throws UnusableDataException if nothing can be learned from the records
     */
    IdentityResult link(
            RecordFiles files,
            RecordIndex index,
            List<PairLabel> labels,
            List<PairLabel> judged,
            @Nullable KnownEntities truth,
            long readNanos) {
        Thresholds thresholds = settings.thresholds();
        LinkageSettings wide =
                settings.withThresholds(new Thresholds(thresholds.match(), Math.min(floor, thresholds.review())));
        long start = System.nanoTime();
        LinkageResult linked = link(files, wide);
        if (!labels.isEmpty()) {
            LinkageModel corrected = ScoreCalibrator.calibrate(linked.model(), linked.pairs(), labels);
            linked = RecordLinker.link(corrected, files.sources(), wide);
        }
        long linkNanos = System.nanoTime() - start;
        List<ScoredPair> shown = linked.pairs().stream()
                .filter(pair -> pair.decision() == MatchDecision.MATCH || pair.probability() >= thresholds.review())
                .toList();
        return new IdentityResult(
                files,
                index,
                settings,
                linked,
                shown,
                labels,
                judged,
                truth,
                unusable(linked.model(), files.sources()),
                IdentityReport.Timings.of(readNanos, linkNanos, files.records()));
    }

    private static LinkageResult link(RecordFiles files, LinkageSettings wide) {
        try {
            return RecordLinker.link(files.attributes(), files.sources(), wide);
        } catch (InvalidException e) {
            throw new UnusableDataException(
                    "The records can't be linked: " + e.violations().get(0), e);
        }
    }

    private static long unusable(LinkageModel model, List<LinkageSource> sources) {
        return sources.stream()
                .flatMap(source -> source.records().stream().map(record -> model.prepare(source.name(), record)))
                .filter(record -> !model.isUsable(record))
                .count();
    }
}
