package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a deal's visits that are no longer in its record: as many numbers as there are stages, however many visits.
 * The visits themselves are in the log of {@link ArchivedStageVisit}. Immutable and thread-safe.
 *
 * @param count the number of visits
 * @param openedAt the time of the first one
 * @param stages the totals of each stage, in order of first entry
 * @param pipelines the totals of each pipeline, in order of first entry
 */
public record EarlierVisits(long count, Instant openedAt, List<EarlierStage> stages, List<EarlierPipeline> pipelines) {

    /**
     * The totals of the earlier visits of one stage.
     *
     * @param pipeline the pipeline
     * @param stage the stage's id
     * @param entries the number of entries
     * @param firstEntered the time of the first entry
     * @param lastEntered the time of the last entry
     * @param lastLeft the time of the exit after it
     * @param totalMicros the duration of all stays, in microseconds
     * @param latestMicros the duration of the latest stay, in microseconds
     * @param backwardMoves the number of moves from it back to an earlier open stage
     */
    public record EarlierStage(
            Id<Pipeline> pipeline,
            String stage,
            long entries,
            Instant firstEntered,
            Instant lastEntered,
            Instant lastLeft,
            long totalMicros,
            long latestMicros,
            long backwardMoves) {

        private static EarlierStage of(StageVisit visit, StageVisit next) {
            long micros = ChronoUnit.MICROS.between(visit.enteredAt(), next.enteredAt());
            return new EarlierStage(
                    visit.pipeline(),
                    visit.stage(),
                    1,
                    visit.enteredAt(),
                    visit.enteredAt(),
                    next.enteredAt(),
                    micros,
                    micros,
                    next.isBackFrom(visit) ? 1 : 0);
        }

        private EarlierStage plus(EarlierStage later) {
            return new EarlierStage(
                    pipeline,
                    stage,
                    entries + later.entries,
                    firstEntered,
                    later.lastEntered,
                    later.lastLeft,
                    totalMicros + later.totalMicros,
                    later.latestMicros,
                    backwardMoves + later.backwardMoves);
        }

        private boolean isSameStage(EarlierStage other) {
            return pipeline.equals(other.pipeline) && stage.equals(other.stage);
        }

        /** Returns the duration of all stays. */
        public Duration total() {
            return Duration.of(totalMicros, ChronoUnit.MICROS);
        }

        /** Returns the duration of the latest stay. */
        public Duration latest() {
            return Duration.of(latestMicros, ChronoUnit.MICROS);
        }
    }

    /**
     * The totals of the earlier visits in one pipeline.
     *
     * @param pipeline the pipeline
     * @param furthestStage the id of the open stage farthest along it, by the order that the stages had then; null if none
     * @param furthestPosition its place then, from 0; -1 if there is none
     * @param lastOpenStage the id of the open stage that was visited last; null if none
     */
    public record EarlierPipeline(
            Id<Pipeline> pipeline,
            @Nullable String furthestStage,
            int furthestPosition,
            @Nullable String lastOpenStage) {

        private EarlierPipeline plus(StageVisit visit) {
            if (visit.kind() != StageKind.OPEN) {
                return this;
            }
            boolean further = visit.position() > furthestPosition;
            return new EarlierPipeline(
                    pipeline,
                    further ? visit.stage() : furthestStage,
                    further ? visit.position() : furthestPosition,
                    visit.stage());
        }
    }

    /** Copies the lists. */
    public EarlierVisits {
        stages = List.copyOf(stages);
        pipelines = List.copyOf(pipelines);
    }

    /**
     * Returns the totals with the first of a deal's visits added.
     *
     * @param earlier the totals so far; null if there are none
     * @param visits the deal's visits after these, in order
     * @param first how many of them to add: at least 1, and fewer than there are
     */
    static EarlierVisits plus(@Nullable EarlierVisits earlier, List<StageVisit> visits, int first) {
        List<EarlierStage> stages = new ArrayList<>(earlier == null ? List.of() : earlier.stages);
        List<EarlierPipeline> pipelines = new ArrayList<>(earlier == null ? List.of() : earlier.pipelines);
        for (int i = 0; i < first; i++) {
            StageVisit visit = visits.get(i);
            EarlierStage stay = EarlierStage.of(visit, visits.get(i + 1));
            int place = indexOf(stages, stay::isSameStage);
            if (place < 0) {
                stages.add(stay);
            } else {
                stages.set(place, stages.get(place).plus(stay));
            }
            int along = indexOf(pipelines, known -> known.pipeline().equals(visit.pipeline()));
            if (along < 0) {
                pipelines.add(new EarlierPipeline(visit.pipeline(), null, -1, null).plus(visit));
            } else {
                pipelines.set(along, pipelines.get(along).plus(visit));
            }
        }
        return new EarlierVisits(
                (earlier == null ? 0 : earlier.count) + first,
                earlier == null ? visits.get(0).enteredAt() : earlier.openedAt,
                stages,
                pipelines);
    }

    private static <V> int indexOf(List<V> list, Predicate<V> wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (wanted.test(list.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the totals in one pipeline alone; empty if there was no visit of it. */
    Optional<EarlierVisits> inPipeline(Id<Pipeline> pipeline) {
        List<EarlierStage> own = stages.stream()
                .filter(stage -> stage.pipeline().equals(pipeline))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new EarlierVisits(
                        own.stream().mapToLong(EarlierStage::entries).sum(),
                        own.get(0).firstEntered(),
                        own,
                        pipelines.stream()
                                .filter(known -> known.pipeline().equals(pipeline))
                                .toList()));
    }

    /** Returns the totals of a pipeline; empty if there was no visit of it. */
    Optional<EarlierPipeline> find(Id<Pipeline> pipeline) {
        return pipelines.stream()
                .filter(known -> known.pipeline().equals(pipeline))
                .findFirst();
    }
}
