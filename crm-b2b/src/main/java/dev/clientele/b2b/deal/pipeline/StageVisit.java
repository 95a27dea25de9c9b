package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal's visit of a stage, with the deal's state at the entry. It lasts until the next visit begins. Immutable and
 * thread-safe.
 *
 * @param pipeline the pipeline
 * @param pipelineVersion the version of the pipeline's record
 * @param stage the stage's id
 * @param kind the stage's kind
 * @param position the stage's place in the pipeline then, from 0
 * @param enteredAt the time of the entry, in whole microseconds
 * @param amount the deal's amount then, if it was known
 * @param probability the probability of winning from then on
 * @param closeDate the expected or actual close date, if it was known
 * @param reason the reason for winning or losing it, if it was and somebody said
 */
public record StageVisit(
        Id<Pipeline> pipeline,
        long pipelineVersion,
        String stage,
        StageKind kind,
        int position,
        Instant enteredAt,
        @Nullable Money amount,
        BigDecimal probability,
        @Nullable LocalDate closeDate,
        @Nullable String reason) {

    /** Refuses nulls in what is required. */
    public StageVisit {
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(kind, "kind");
        enteredAt = enteredAt.truncatedTo(ChronoUnit.MICROS);
        probability = Probability.check("probability", probability);
    }

    /** Returns this visit with another time of entry. */
    StageVisit withEnteredAt(Instant at) {
        return new StageVisit(
                pipeline, pipelineVersion, stage, kind, position, at, amount, probability, closeDate, reason);
    }

    /** Returns this visit with another closing. */
    StageVisit withClosing(@Nullable LocalDate closedOn, @Nullable String why) {
        return new StageVisit(
                pipeline, pipelineVersion, stage, kind, position, enteredAt, amount, probability, closedOn, why);
    }

    /** Returns whether this visit corrects another one: they differ in time, amount, chance and closing at most. */
    boolean corrects(StageVisit other) {
        return isSameStage(other)
                && pipelineVersion == other.pipelineVersion
                && kind == other.kind
                && position == other.position;
    }

    /** Returns whether both are visits of one stage. */
    public boolean isSameStage(StageVisit other) {
        return pipeline.equals(other.pipeline) && stage.equals(other.stage);
    }

    /** Returns whether this visit, right after another one, is a move back to an earlier open stage of the same pipeline. */
    boolean isBackFrom(StageVisit before) {
        return before.kind == StageKind.OPEN
                && kind == StageKind.OPEN
                && before.pipeline.equals(pipeline)
                && position < before.position;
    }
}
