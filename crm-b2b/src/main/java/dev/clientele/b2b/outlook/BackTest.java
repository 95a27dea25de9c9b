package dev.clientele.b2b.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How methods would have done on days of the past. Pure; immutable and thread-safe.
 *
 * @param trials one for each method and day on which there was enough history, in the order asked
 */
public record BackTest(List<Trial> trials) {

    /**
     * One method on one day.
     *
     * @param outlook what it would have said, knowing nothing that came later
     * @param actualWins how many of the deals that were open then were won within the days
     * @param actualWorth what these were worth
     */
    public record Trial(Outlook outlook, long actualWins, double actualWorth) {

        /** How many more wins were expected than came. */
        public double error() {
            return outlook.wins() - actualWins;
        }
    }

    /**
     * How far off a method was over all its days.
     *
     * @param method its name
     * @param days on how many days it was tried
     * @param meanAbsoluteError of the number of wins
     * @param bias the mean error: above zero if it promises too much
     * @param relativeError the mean of the absolute error over the actual number, days without any win left out; not a number
     *     if there are no others
     */
    public record Accuracy(String method, int days, double meanAbsoluteError, double bias, double relativeError) {}

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
            PipelineHistory history, Collection<? extends ForecastMethod> methods, List<LocalDate> asOf, int days) {
        List<Trial> trials = new ArrayList<>();
        for (LocalDate day : asOf) {
            LocalDate end = day.plusDays(days);
            long wins = history.wonBetween(day, end);
            double worth = history.worthBetween(day, end);
            for (ForecastMethod method : methods) {
                forecast(method, history, day, days).ifPresent(outlook -> trials.add(new Trial(outlook, wins, worth)));
            }
        }
        return new BackTest(trials);
    }

    /** What a method would have said, unless there was too little history then for it to be used. */
    private static Optional<Outlook> forecast(ForecastMethod method, PipelineHistory history, LocalDate day, int days) {
        try {
            return Optional.of(Outlook.of(method, history, day, days));
        } catch (NotEnoughHistoryException tooEarly) {
            return Optional.empty();
        }
    }

    /** How far off each method was, the best first. */
    public List<Accuracy> accuracy() {
        Map<String, List<Trial>> byMethod = new LinkedHashMap<>();
        trials.forEach(trial -> byMethod.computeIfAbsent(trial.outlook().method(), unused -> new ArrayList<>())
                .add(trial));
        return byMethod.entrySet().stream()
                .map(entry -> accuracy(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Accuracy::meanAbsoluteError))
                .toList();
    }

    /** The name of the method that was least far off on average; empty if none could be tried. */
    public Optional<String> best() {
        return accuracy().stream().findFirst().map(Accuracy::method);
    }

    private static Accuracy accuracy(String method, List<Trial> trials) {
        return new Accuracy(
                method,
                trials.size(),
                trials.stream()
                        .mapToDouble(trial -> Math.abs(trial.error()))
                        .average()
                        .orElse(0),
                trials.stream().mapToDouble(Trial::error).average().orElse(0),
                trials.stream()
                        .filter(trial -> trial.actualWins() > 0)
                        .mapToDouble(trial -> Math.abs(trial.error()) / trial.actualWins())
                        .average()
                        .orElse(Double.NaN));
    }
}
