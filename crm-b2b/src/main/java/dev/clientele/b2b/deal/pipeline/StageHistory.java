package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.deal.pipeline.EarlierVisits.EarlierPipeline;
import dev.clientele.b2b.deal.pipeline.EarlierVisits.EarlierStage;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a deal's stages: intervals without a gap, each ending where the next begins, the last one open. Times
 * survive leaving a stage and coming back to it. Stages are named by id, whatever their pipeline: {@link #inPipeline}
 * narrows to one pipeline. Immutable and thread-safe.
 *
 * <p>Of a deal with so many visits that the oldest have left its record, the intervals are those of the visits that are
 * there; every count, time and duration regards the others too, by their {@link EarlierVisits totals}. {@link
 * StageVisitLog#history} has an interval for each.
 */
public final class StageHistory {

    private final @Nullable EarlierVisits earlier;
    private final List<StageInterval> intervals;

    private StageHistory(@Nullable EarlierVisits earlier, List<StageInterval> intervals) {
        this.earlier = earlier;
        this.intervals = Collections.unmodifiableList(intervals);
    }

    /**
     * Returns the history of these visits.
     *
     * @param visits in order
     * @throws InvalidValueException if a visit begins before the one before it
     */
    public static StageHistory of(List<StageVisit> visits) {
        return of(null, visits);
    }

    /**
     * Returns the history of visits of which the first are known by their totals only.
     *
     * @param earlier the totals of the first visits; null if there are none
     * @param visits those after them, in order
     * @throws InvalidValueException if a visit begins before the one before it
     */
    public static StageHistory of(@Nullable EarlierVisits earlier, List<StageVisit> visits) {
        List<StageInterval> intervals = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            StageVisit visit = visits.get(i);
            Instant leftAt = i + 1 < visits.size() ? visits.get(i + 1).enteredAt() : null;
            if (leftAt != null && leftAt.isBefore(visit.enteredAt())) {
                throw new InvalidValueException(
                        "visits",
                        ViolationCode.ORDER,
                        "must be in order of time, got " + visit.enteredAt() + " and then " + leftAt);
            }
            intervals.add(new StageInterval(visit, leftAt));
        }
        return new StageHistory(earlier, intervals);
    }

    /**
     * Returns the history in one pipeline, where stages of several have the same id; with gaps where the deal was in
     * another.
     */
    public StageHistory inPipeline(Id<Pipeline> pipeline) {
        return new StageHistory(
                earlier == null ? null : earlier.inPipeline(pipeline).orElse(null),
                intervals.stream()
                        .filter(interval -> interval.visit().pipeline().equals(pipeline))
                        .toList());
    }

    /** Returns the totals of the visits before the intervals; empty if there are none. */
    public Optional<EarlierVisits> earlier() {
        return Optional.ofNullable(earlier);
    }

    /** Returns the intervals, the oldest first. */
    public List<StageInterval> intervals() {
        return intervals;
    }

    /** Returns the interval that an instant falls into; empty before the first. */
    public Optional<StageInterval> intervalAt(Instant instant) {
        return intervals.stream()
                .filter(interval -> !instant.isBefore(interval.enteredAt())
                        && interval.exitedAt().map(instant::isBefore).orElse(true))
                .findFirst();
    }

    /** Counts the deal's entries into a stage. */
    public int entryCount(String stage) {
        long before = earlier(stage).mapToLong(EarlierStage::entries).sum();
        return (int) (before + intervals.stream().filter(in(stage)).count());
    }

    /** Returns the time of the first entry into a stage. */
    public Optional<Instant> firstEntered(String stage) {
        return earlier(stage)
                .map(EarlierStage::firstEntered)
                .min(Comparator.naturalOrder())
                .or(() -> intervals.stream().filter(in(stage)).findFirst().map(StageInterval::enteredAt));
    }

    /** Returns the time of the last entry into a stage. */
    public Optional<Instant> lastEntered(String stage) {
        return last(stage)
                .map(StageInterval::enteredAt)
                .or(() -> lastEarlier(stage).map(EarlierStage::lastEntered));
    }

    /** Returns the time of the last exit from a stage; empty if the deal never left it or is there. */
    public Optional<Instant> lastExited(String stage) {
        Optional<StageInterval> last = last(stage);
        return last.isPresent() ? last.get().exitedAt() : lastEarlier(stage).map(EarlierStage::lastLeft);
    }

    /** Returns the duration of the latest stay in a stage, up to {@code now} if it lasts; zero if there was none. */
    public Duration latestStay(String stage, Instant now) {
        return last(stage)
                .map(interval -> interval.durationAt(now))
                .or(() -> lastEarlier(stage).map(EarlierStage::latest))
                .orElse(Duration.ZERO);
    }

    /** Returns the duration of all stays in a stage together, up to {@code now} if one lasts. */
    public Duration totalTime(String stage, Instant now) {
        return Stream.concat(
                        earlier(stage).map(EarlierStage::total),
                        intervals.stream().filter(in(stage)).map(interval -> interval.durationAt(now)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the {@link #totalTime} in every stage that the deal was in, in order of first entry. */
    public Map<String, Duration> totalTime(Instant now) {
        Map<String, Duration> times = new LinkedHashMap<>();
        if (earlier != null) {
            earlier.stages().forEach(stage -> times.merge(stage.stage(), stage.total(), Duration::plus));
        }
        intervals.forEach(interval -> times.merge(interval.visit().stage(), interval.durationAt(now), Duration::plus));
        return Collections.unmodifiableMap(times);
    }

    /** Counts the moves from one open stage back to an earlier one of the same pipeline. */
    public int backwardMoves() {
        int moves = earlier == null
                ? 0
                : (int) earlier.stages().stream()
                        .mapToLong(EarlierStage::backwardMoves)
                        .sum();
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).visit().isBackFrom(intervals.get(i - 1).visit())) {
                moves++;
            }
        }
        return moves;
    }

    /**
     * Returns the time from the first entry to the closing that holds, or up to {@code now} for an open deal; zero
     * without history.
     */
    public Duration cycleTime(Instant now) {
        if (intervals.isEmpty()) {
            return Duration.ZERO;
        }
        StageInterval last = intervals.get(intervals.size() - 1);
        Instant end = last.visit().kind() == StageKind.OPEN ? now : last.enteredAt();
        Instant start = openedAt();
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    /**
     * Returns the id of the open stage of a pipeline farthest along it that the deal came into, by the order that the
     * stages had then; empty if it was in none.
     */
    public Optional<String> furthestOpen(Id<Pipeline> pipeline) {
        EarlierPipeline before = earlier == null ? null : earlier.find(pipeline).orElse(null);
        int position = before == null ? -1 : before.furthestPosition();
        String furthest = before == null ? null : before.furthestStage();
        for (StageInterval interval : intervals) {
            StageVisit visit = interval.visit();
            if (isOpen(visit, pipeline) && visit.position() > position) {
                position = visit.position();
                furthest = visit.stage();
            }
        }
        return Optional.ofNullable(furthest);
    }

    /**
     * Returns the id of the open stage of its pipeline that a closed deal was in last; empty if it was in none, or is
     * open.
     */
    public Optional<String> closedFrom() {
        StageVisit end =
                intervals.isEmpty() ? null : intervals.get(intervals.size() - 1).visit();
        if (end == null || end.kind() == StageKind.OPEN) {
            return Optional.empty();
        }
        for (int i = intervals.size() - 2; i >= 0; i--) {
            StageVisit visit = intervals.get(i).visit();
            if (isOpen(visit, end.pipeline())) {
                return Optional.of(visit.stage());
            }
        }
        return earlier == null ? Optional.empty() : earlier.find(end.pipeline()).map(EarlierPipeline::lastOpenStage);
    }

    /**
     * Returns the days from a closed deal's first entry to the closing that holds, to the nearest; empty if it is open.
     */
    public Optional<Long> cycleDays() {
        if (intervals.isEmpty() || intervals.get(intervals.size() - 1).visit().kind() == StageKind.OPEN) {
            return Optional.empty();
        }
        return Optional.of(
                nearestDays(openedAt(), intervals.get(intervals.size() - 1).enteredAt()));
    }

    /** Counts the days between two instants, to the nearest; half a day counts as one. */
    static long nearestDays(Instant from, Instant to) {
        return Duration.between(from, to).plusHours(12).toDays();
    }

    private static boolean isOpen(StageVisit visit, Id<Pipeline> pipeline) {
        return visit.kind() == StageKind.OPEN && visit.pipeline().equals(pipeline);
    }

    /** Returns the time of the first visit; there is an interval. */
    private Instant openedAt() {
        return earlier == null ? intervals.get(0).enteredAt() : earlier.openedAt();
    }

    private Stream<EarlierStage> earlier(String stage) {
        return earlier == null
                ? Stream.empty()
                : earlier.stages().stream().filter(known -> known.stage().equals(stage));
    }

    private Optional<EarlierStage> lastEarlier(String stage) {
        return earlier(stage).max(Comparator.comparing(EarlierStage::lastEntered));
    }

    private Optional<StageInterval> last(String stage) {
        return intervals.stream().filter(in(stage)).reduce((earlier, later) -> later);
    }

    private static Predicate<StageInterval> in(String stage) {
        return interval -> interval.visit().stage().equals(stage);
    }
}
