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
 * That a deal came into a stage, and how it stood then. It stays there until the next visit begins. Immutable and
 * thread-safe.
 *
 * @param pipeline of which pipeline
 * @param pipelineVersion at which version of the pipeline's record
 * @param stage the stage's id
 * @param kind the stage's kind
 * @param position the stage's place in the pipeline then, from 0
 * @param enteredAt when, in whole microseconds
 * @param amount what the deal was worth then, if that was known
 * @param probability of being won, as counted from then on
 * @param closeDate when it was expected to close, or closed, if that was known
 * @param reason why it was won or lost, if it was and somebody said
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

    /** Checks that what must be there is. */
    public StageVisit {
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(kind, "kind");
        enteredAt = enteredAt.truncatedTo(ChronoUnit.MICROS);
        probability = Probability.check("probability", probability);
    }

    /** Whether both are visits of one stage. */
    public boolean isSameStage(StageVisit other) {
        return pipeline.equals(other.pipeline) && stage.equals(other.stage);
    }
}
