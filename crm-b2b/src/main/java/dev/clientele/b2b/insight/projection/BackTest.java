package dev.clientele.b2b.insight.projection;

import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The back test of projection methods on days of the past. Pure; immutable and thread-safe.
 *
 * @param trials one for each method and day on which there was enough history, in the order asked
 */
public record BackTest(List<BackTestTrial> trials) {

    /**
     * The trial of one method on one day.
     *
     * @param projection the projection of that day, which knows nothing that came later
     * @param actualWins how many of the deals that were open then were won within the days
     * @param actualValue the value of these
     */
    public record BackTestTrial(PipelineProjection projection, long actualWins, double actualValue) {

        /** Returns the number of wins expected beyond those that came. */
        public double error() {
            return projection.wins() - actualWins;
        }
    }

    /**
     * The accuracy of a method over all its days.
     *
     * @param method the method's name
     * @param days the number of days on which it was tried
     * @param meanAbsoluteError the mean absolute error of the number of wins
     * @param bias the mean error: above zero if it promises too much
     * @param relativeError the mean of the absolute error over the actual number, days without any win left out; not a number
     *     if there are no others
     */
    public record MethodAccuracy(
            String method, int days, double meanAbsoluteError, double bias, double relativeError) {}

    /**
     * By how much a projection must be expected to miss, from what its method missed in the past.
     *
     * @param days the number of days on which the method was tried: of one or two the error is itself uncertain
     * @param wins the root mean square error of the number of wins
     * @param value that of their value
     */
    public record ProjectionError(int days, double wins, double value) {}

    /** Copies the list. */
    public BackTest {
        trials = List.copyOf(trials);
    }

    /**
     * Tries methods on days of the past.
     *
     * @param history what has happened, also after these days
     * @param asOf the days on which each is to forecast
     * @param days how far ahead
     */
    public static BackTest of(
            PipelineHistory history, Collection<? extends ProjectionMethod> methods, List<LocalDate> asOf, int days) {
        List<BackTestTrial> trials = new ArrayList<>();
        for (LocalDate day : asOf) {
            LocalDate end = day.plusDays(days);
            long wins = history.countWonBetween(day, end);
            double worth = history.valueWonBetween(day, end);
            for (ProjectionMethod method : methods) {
                forecast(method, history, day, days)
                        .ifPresent(outlook -> trials.add(new BackTestTrial(outlook, wins, worth)));
            }
        }
        return new BackTest(trials);
    }

    /** Returns a method's projection on a day, unless there was too little history then for it to be used. */
    private static Optional<PipelineProjection> forecast(
            ProjectionMethod method, PipelineHistory history, LocalDate day, int days) {
        try {
            return Optional.of(PipelineProjection.of(method, history, day, days));
        } catch (NotEnoughHistoryException tooEarly) {
            return Optional.empty();
        }
    }

    /** Computes the accuracy of each method, the best first. */
    public List<MethodAccuracy> accuracy() {
        Map<String, List<BackTestTrial>> byMethod = Multimaps.asMap(
                Multimaps.index(trials, trial -> trial.projection().method()));
        return byMethod.entrySet().stream()
                .map(entry -> accuracy(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(MethodAccuracy::meanAbsoluteError))
                .toList();
    }

    /** Returns the name of the most accurate method; empty if none could be tried. */
    public Optional<String> best() {
        return accuracy().stream().findFirst().map(MethodAccuracy::method);
    }

    /**
     * Returns by how much a projection must be expected to miss: by the root mean square of what its method missed on days of the past,
     * as a share of what it projected then, and never by less than deals that are won independently of each other vary by.
     *
     * <p>The deviations of a {@link PipelineProjection} alone are those of such deals, and far too small where a method is off for all
     * deals alike: because the season changes, or because the business grows.
     *
     * @return empty if the method couldn't be tried on any day
     */
    public Optional<ProjectionError> error(PipelineProjection projection) {
        List<BackTestTrial> tried = trials.stream()
                .filter(trial -> trial.projection().method().equals(projection.method()))
                .toList();
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        double wins =
                spread(projection.wins(), tried, trial -> trial.projection().wins(), BackTestTrial::actualWins);
        double value =
                spread(projection.value(), tried, trial -> trial.projection().value(), BackTestTrial::actualValue);
        return Optional.of(new ProjectionError(
                tried.size(),
                Math.max(wins, projection.winsDeviation()),
                Math.max(value, projection.valueDeviation())));
    }

    private static double spread(
            double now,
            List<BackTestTrial> tried,
            ToDoubleFunction<BackTestTrial> projected,
            ToDoubleFunction<BackTestTrial> actual) {
        boolean inShares = tried.stream().allMatch(trial -> projected.applyAsDouble(trial) > 0);
        double squares = 0;
        for (BackTestTrial trial : tried) {
            double error = projected.applyAsDouble(trial) - actual.applyAsDouble(trial);
            double scale = inShares ? now / projected.applyAsDouble(trial) : 1;
            squares += error * error * scale * scale;
        }
        return Math.sqrt(squares / tried.size());
    }

    private static MethodAccuracy accuracy(String method, List<BackTestTrial> trials) {
        return new MethodAccuracy(
                method,
                trials.size(),
                trials.stream()
                        .mapToDouble(trial -> Math.abs(trial.error()))
                        .average()
                        .orElse(0),
                trials.stream().mapToDouble(BackTestTrial::error).average().orElse(0),
                trials.stream()
                        .filter(trial -> trial.actualWins() > 0)
                        .mapToDouble(trial -> Math.abs(trial.error()) / trial.actualWins())
                        .average()
                        .orElse(Double.NaN));
    }
}
