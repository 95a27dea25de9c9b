package dev.clientele.examples.cli.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageResult;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.QualityEstimate;
import dev.clientele.b2c.identity.linkage.QualityEstimator;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.Waterfall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that were linked.
 *
 * @param files the records
 * @param index the records by id
 * @param settings how they were linked
 * @param result the model and all pairs that were scored, those below the review threshold too if they were asked for
 * @param pairs matches and pairs for review
 * @param labels judgements that the model was corrected by
 * @param judged judgements that the quality is estimated from
 * @param truth who each record is of, if that is known
 * @param unusable the records without a name or an identifier
 * @param timings how long it took
 */
record IdentityResult(
        RecordFiles files,
        RecordIndex index,
        LinkageSettings settings,
        LinkageResult result,
        List<ScoredPair> pairs,
        List<PairLabel> labels,
        List<PairLabel> judged,
        @Nullable KnownEntities truth,
        long unusable,
        IdentityReport.Timings timings) {

    LinkageModel model() {
        return result.model();
    }

    Optional<KnownEntities.LinkageAccuracy> accuracy() {
        return Optional.ofNullable(truth).map(known -> known.accuracy(pairs, settings.mode()));
    }

    QualityEstimate estimate() {
        return QualityEstimator.estimate(pairs, judged);
    }

    long count(MatchDecision decision) {
        return pairs.stream().filter(pair -> pair.decision() == decision).count();
    }

    Waterfall explain(RecordRef one, RecordRef other) {
        LinkageModel model = model();
        boolean inOrder = one.compareTo(other) <= 0;
        RecordRef first = inOrder ? one : other;
        RecordRef second = inOrder ? other : one;
        return model.scorer()
                .explain(
                        model.prepare(first.source(), index.record(first).orElseThrow()),
                        model.prepare(second.source(), index.record(second).orElseThrow()));
    }
}
