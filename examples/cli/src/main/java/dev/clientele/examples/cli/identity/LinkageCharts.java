package dev.clientele.examples.cli.identity;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.ColumnChart;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.Legend;
import dev.clientele.examples.cli.picture.LogHistogram;
import dev.clientele.examples.cli.picture.SpanChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pictures of what was learned and how pairs are spread. */
final class LinkageCharts {

    private static final int MOST_BINS = 40;
    static final String NO_MATCH = "#8492a1";

    private final IdentityResult linked;
    private final IdentityReport report;

    LinkageCharts(IdentityResult linked, IdentityReport report) {
        this.linked = linked;
        this.report = report;
    }

    List<Chart> all() {
        List<Chart> charts = new ArrayList<>(List.of(scores(), band()));
        charts.addAll(weights());
        if (linked.truth() != null) {
            charts.add(calibration());
        }
        return charts;
    }

    private Chart scores() {
        List<ScoredPair> pairs = linked.result().pairs();
        double low = pairs.stream().mapToDouble(ScoredPair::score).min().orElse(0);
        double high = pairs.stream().mapToDouble(ScoredPair::score).max().orElse(0);
        double width = Math.max(1, Math.ceil((high - low + 1) / MOST_BINS));
        double start = Math.floor(low / width) * width;
        int bins = (int) Math.floor((high - start) / width) + 1;
        long[] matches = new long[bins];
        long[] review = new long[bins];
        long[] none = new long[bins];
        for (ScoredPair pair : pairs) {
            int bin = (int) Math.floor((pair.score() - start) / width);
            boolean shown = pair.probability() >= report.review();
            long[] counts = pair.decision() == MatchDecision.MATCH ? matches : shown ? review : none;
            counts[bin]++;
        }
        List<LogHistogram.Bin> columns = new ArrayList<>();
        DataTable numbers = DataTable.of("score from", "to", "matches", "for review", "below review");
        for (int i = 0; i < bins; i++) {
            double from = start + i * width;
            long count = matches[i] + review[i] + none[i];
            String colour = matches[i] >= Math.max(review[i], none[i])
                    ? Colours.PLAIN
                    : review[i] >= none[i] ? Colours.MODEL : NO_MATCH;
            columns.add(new LogHistogram.Bin(
                    from, count, colour, format("%.0f to %.0f: %,d pairs", from, from + width, count)));
            numbers = numbers.with(List.of(
                    format("%.0f", from),
                    format("%.0f", from + width),
                    format("%,d", matches[i]),
                    format("%,d", review[i]),
                    format("%,d", none[i])));
        }
        return new Chart(
                "scores",
                "How clearly do pairs stand apart?",
                format(
                        "%,d pairs match and %,d are for review.",
                        linked.count(MatchDecision.MATCH), linked.count(MatchDecision.REVIEW)),
                Legend.of(
                        new Legend.LegendKey(Colours.PLAIN, "match"),
                        new Legend.LegendKey(Colours.MODEL, "for review"),
                        new Legend.LegendKey(NO_MATCH, "no match")),
                new LogHistogram("Pairs by score", "score", "pairs, each line ten times the one below", columns),
                "Every compared pair with a probability of one in ten thousand or more stands by its score; at 0 both answers are"
                        + " equally likely, each 2.3 to the right is ten times the odds. A valley in the middle means that few"
                        + " pairs are in doubt.",
                numbers);
    }

    private Chart band() {
        List<String> names = new ArrayList<>();
        List<Double> matches = new ArrayList<>();
        List<Double> review = new ArrayList<>();
        DataTable numbers = DataTable.of("probability", "matches", "for review");
        long doubtful = 0;
        for (ProbabilityBand band : report.calibration()) {
            if (band.to() > report.review()) {
                numbers =
                        numbers.with(List.of(band.name(), format("%,d", band.matches()), format("%,d", band.review())));
                if (band.from() < 0.95) {
                    names.add(band.shortName());
                    matches.add((double) band.matches());
                    review.add((double) band.review());
                    doubtful += band.matches() + band.review();
                }
            }
        }
        return new Chart(
                "review",
                "How much is there to look at?",
                format(
                        "%,d pairs have a probability from %s to 95 %%; %,d of all are for review.",
                        doubtful, percent(report.review()), report.reviewPairs()),
                Legend.of(
                        new Legend.LegendKey(Colours.PLAIN, "match"),
                        new Legend.LegendKey(Colours.MODEL, "for review")),
                new ColumnChart(
                        "Doubtful pairs by probability",
                        "probability in %, from",
                        "pairs",
                        names,
                        List.of(
                                new ColumnChart.Series("match", Colours.PLAIN, matches),
                                new ColumnChart.Series("for review", Colours.MODEL, review)),
                        value -> format("%,.0f", value)),
                format(
                        "Pairs from a probability of %s are taken as the same person, those below go to somebody who decides. A"
                                + " pair beyond the threshold is for review too where a third record contradicts it.",
                        percent(report.threshold())),
                numbers);
    }

    private Chart calibration() {
        List<String> names = new ArrayList<>();
        List<Double> said = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        DataTable numbers = DataTable.of("probability", "pairs", "mean probability", "truly the same");
        double apart = 0;
        long judged = 0;
        for (ProbabilityBand band : report.calibration()) {
            if (band.judged() > 0) {
                names.add(band.shortName());
                said.add(100 * band.meanProbability());
                came.add(100 * band.trueShare());
                numbers = numbers.with(List.of(
                        band.name(),
                        format("%,d", band.judged()),
                        format("%.2f %%", 100 * band.meanProbability()),
                        format("%.2f %%", 100 * band.trueShare())));
                apart += band.judged() * Math.abs(band.meanProbability() - band.trueShare());
                judged += band.judged();
            }
        }
        return new Chart(
                "calibration",
                "Can the probabilities be believed?",
                format(
                        "On average, probability and truth are %.2f percentage points apart.",
                        100 * apart / Math.max(1, judged)),
                Legend.of(
                        new Legend.LegendKey(Colours.ACTUAL, "truly the same"),
                        new Legend.LegendKey(Colours.MODEL, "probability")),
                new ColumnChart(
                        "Share of true pairs by probability",
                        "probability in %, from",
                        "per cent",
                        names,
                        List.of(
                                new ColumnChart.Series("truly the same", Colours.ACTUAL, came),
                                new ColumnChart.Series("probability", Colours.MODEL, said)),
                        value -> format("%.1f %%", value)),
                "Of the pairs in each band of probability, the share that are truly of one person beside the mean of what was said;"
                        + " bands of few pairs vary by chance, their numbers are in the table.",
                numbers);
    }

    /** Half of the columns each, so that the two stand beside each other. */
    private List<Chart> weights() {
        List<String> columns = report.weights().stream()
                .map(IdentityReport.LevelWeight::attribute)
                .distinct()
                .toList();
        int half = columns.size() < 4 ? columns.size() : (columns.size() + 1) / 2;
        List<Chart> charts = new ArrayList<>(
                List.of(weights("weights", "What does it say that two records agree?", columns.subList(0, half))));
        if (half < columns.size()) {
            charts.add(weights("more-weights", "And in the other columns?", columns.subList(half, columns.size())));
        }
        return charts;
    }

    private Chart weights(String id, String title, List<String> columns) {
        List<IdentityReport.LevelWeight> shown = report.weights().stream()
                .filter(weight -> columns.contains(weight.attribute()))
                .toList();
        List<SpanChart.Span> spans = new ArrayList<>();
        DataTable numbers = DataTable.of("column", "level", "of the same", "of others", "weight");
        String before = "";
        for (IdentityReport.LevelWeight weight : shown) {
            SpanChart.Span span =
                    SpanChart.Span.of(weight.level(), 0, weight.weight(), format("%+.1f", weight.weight()));
            spans.add(weight.attribute().equals(before) ? span : span.below(weight.attribute()));
            before = weight.attribute();
            numbers = numbers.with(List.of(
                    weight.attribute(),
                    weight.level(),
                    format("%.2f %%", 100 * weight.m()),
                    format("%.4f %%", 100 * weight.u()),
                    format("%+.2f", weight.weight())));
        }
        String strongest = shown.stream()
                .max(Comparator.comparingDouble(IdentityReport.LevelWeight::weight))
                .map(weight -> format(
                        "Most is said by %s, level %s: %+.1f.", weight.attribute(), weight.level(), weight.weight()))
                .orElse("");
        return new Chart(
                id,
                title,
                strongest,
                Legend.of(
                        new Legend.LegendKey(Colours.PLAIN, "speaks for one person"),
                        new Legend.LegendKey(Colours.MODEL, "speaks against")),
                new SpanChart("Weights of comparisons", "weight, added to the score", spans),
                "Learned from these records: how often two records of one person come out at a level of a comparison, against how"
                        + " often two of different people do. That of equal values is of an average value; rare ones say more,"
                        + " common ones less.",
                numbers);
    }

    /** A share in per cent with the digits that tell it from none and all. */
    static String percent(double share) {
        return format("%.4g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }
}
