package dev.clientele.b2b.insight.projection;

import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A deal's path through its stages by day. Immutable and thread-safe.
 *
 * @param steps its entries into stages, in order of time
 */
public record DealPath(List<StageEntry> steps) {

    /**
     * A deal's entry into a stage.
     *
     * @param stage the stage's id
     * @param kind the stage's kind
     * @param on the day
     * @param value the deal's value then, in units of one currency that is the same for all tracks of a history; finite,
     *     zero where it isn't known
     */
    public record StageEntry(String stage, StageKind kind, LocalDate on, double value) {

        /** Refuses nulls and values that aren't finite. */
        public StageEntry {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(on, "on");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("worth must be finite, got " + value);
            }
        }
    }

    /** Checks the order. */
    public DealPath {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).on().isBefore(steps.get(i - 1).on())) {
                throw new IllegalArgumentException("steps must be in order of time, got "
                        + steps.get(i - 1).on() + " and then " + steps.get(i).on());
            }
        }
    }

    /**
     * Returns the path through visits of stages.
     *
     * @param visits all visits of a deal in order, as {@link dev.clientele.b2b.deal.pipeline.StageVisitLog#visits} gives them
     * @param zone in which days are counted
     * @param worth returns the deal's value at the start of a visit
     */
    public static DealPath of(List<StageVisit> visits, ZoneId zone, ToDoubleFunction<StageVisit> worth) {
        return new DealPath(visits.stream()
                .map(visit -> new StageEntry(
                        visit.stage(),
                        visit.kind(),
                        LocalDate.ofInstant(visit.enteredAt(), zone),
                        worth.applyAsDouble(visit)))
                .toList());
    }

    /** Returns the value at the last step, which needn't be the deal's later value; zero without steps. */
    public double value() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).value();
    }

    /** Returns the path as it was known on a day: steps up to and on it. */
    public DealPath until(LocalDate day) {
        return new DealPath(
                steps.stream().filter(step -> !step.on().isAfter(day)).toList());
    }

    /** Returns whether it had any step by the end of a day. */
    boolean isBegunOn(LocalDate day) {
        return last(day).isPresent();
    }

    /** Returns the deal's state at the end of a day, if it was open then. */
    public Optional<OpenDealState> stateOn(LocalDate day) {
        return last(day)
                .filter(step -> step.kind() == StageKind.OPEN)
                .map(step -> new OpenDealState(
                        step.stage(), days(step.on(), day), days(steps.get(0).on(), day)));
    }

    /** Returns whether it was open at the end of one day and won at the end of a later one. */
    public boolean isWonBetween(LocalDate openOn, LocalDate wonBy) {
        return stateOn(openOn).isPresent() && isWonOn(wonBy);
    }

    /** Returns whether it was won at the end of a day. */
    public boolean isWonOn(LocalDate day) {
        return last(day).filter(step -> step.kind() == StageKind.WON).isPresent();
    }

    private Optional<StageEntry> last(LocalDate day) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).on().isAfter(day)) {
                return Optional.of(steps.get(i));
            }
        }
        return Optional.empty();
    }

    static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
