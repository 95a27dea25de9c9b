package dev.clientele.b2b.insight.projection;

import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
