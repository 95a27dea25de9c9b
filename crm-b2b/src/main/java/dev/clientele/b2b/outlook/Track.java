package dev.clientele.b2b.outlook;

import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.b2b.pipeline.StageVisit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One deal's way through its stages by day. Immutable and thread-safe.
 *
 * @param steps when it came into which stage, in order of time
 */
public record Track(List<Step> steps) {

    /**
     * That a deal came into a stage.
     *
     * @param stage the stage's id
     * @param kind the stage's kind
     * @param on the day
     * @param worth what it was worth then, in units of one currency that is the same for all tracks of a history; finite,
     *     zero where it isn't known
     */
    public record Step(String stage, StageKind kind, LocalDate on, double worth) {

        /** Refuses nulls and what isn't finite. */
        public Step {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(on, "on");
            if (!Double.isFinite(worth)) {
                throw new IllegalArgumentException("worth must be finite, got " + worth);
            }
        }
    }

    /** Checks the order. */
    public Track {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).on().isBefore(steps.get(i - 1).on())) {
                throw new IllegalArgumentException("steps must be in order of time, got "
                        + steps.get(i - 1).on() + " and then " + steps.get(i).on());
            }
        }
    }

    /**
     * The way of a deal.
     *
     * @param zone in which days are counted
     * @param worth what a visit says that the deal was worth when it began
     */
    public static Track of(Opportunity deal, ZoneId zone, ToDoubleFunction<StageVisit> worth) {
        return new Track(deal.visits().stream()
                .map(visit -> new Step(
                        visit.stage(),
                        visit.kind(),
                        LocalDate.ofInstant(visit.enteredAt(), zone),
                        worth.applyAsDouble(visit)))
                .toList());
    }

    /** What it was worth at its last step, which needn't be what it turned out to be worth later; zero without steps. */
    public double worth() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).worth();
    }

    /** What was known of it on a day: steps up to and on it. */
    public Track until(LocalDate day) {
        return new Track(steps.stream().filter(step -> !step.on().isAfter(day)).toList());
    }

    /** How it stood at the end of a day, if it was open then. */
    public Optional<Standing> standing(LocalDate day) {
        return last(day)
                .filter(step -> step.kind() == StageKind.OPEN)
                .map(step -> new Standing(
                        step.stage(), days(step.on(), day), days(steps.get(0).on(), day)));
    }

    /** Whether it was open at the end of one day and stood won at the end of a later one. */
    public boolean wonBetween(LocalDate openOn, LocalDate wonBy) {
        return standing(openOn).isPresent() && isWonOn(wonBy);
    }

    /** Whether it stood won at the end of a day. */
    public boolean isWonOn(LocalDate day) {
        return last(day).filter(step -> step.kind() == StageKind.WON).isPresent();
    }

    private Optional<Step> last(LocalDate day) {
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
