package dev.clientele.core.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One customer of Hillstrom's e-mail experiment. */
record HillstromRow(String arm, String segment, Map<String, Double> outcomes, List<Double> known) {
    static final String CONTROL = "No E-Mail";
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    static List<HillstromRow> readAll() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(MarketingFigures.file("data/hillstrom/hillstrom.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> parse(COMMA.split(line, -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    double history() {
        return known.get(1);
    }

    /** Returns recency, history, men's and women's goods bought, and whether new. */
    double[] facts() {
        return known.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double outcome(String name) {
        return outcomes.get(name);
    }

    /** Returns the moments of the outcome with all five facts. */
    static ArmMoments withFacts(List<HillstromRow> rows, String outcome, String arm) {
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(5);
        rows.stream()
                .filter(row -> row.arm.equals(arm))
                .forEach(row -> accumulator.add(row.outcome(outcome), row.facts()));
        return accumulator.moments();
    }

    static ArmMoments plain(List<HillstromRow> rows, String outcome, Predicate<HillstromRow> which) {
        MomentAccumulator accumulator = MomentAccumulator.create();
        rows.stream().filter(which).forEach(row -> accumulator.add(row.outcome(outcome)));
        return accumulator.moments();
    }

    private static HillstromRow parse(String[] cells) {
        List<Double> known =
                Stream.of(0, 2, 3, 4, 6).map(cell -> number(cells[cell])).toList();
        return new HillstromRow(
                cells[8],
                cells[1],
                Map.of("visit", number(cells[9]), "conversion", number(cells[10]), "spend", number(cells[11])),
                known);
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
