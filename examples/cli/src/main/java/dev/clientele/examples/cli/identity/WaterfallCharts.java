package dev.clientele.examples.cli.identity;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.identity.linkage.LabelSelection;
import dev.clientele.b2c.identity.linkage.MatchDecision;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.Waterfall;
import dev.clientele.b2c.identity.linkage.WaterfallStep;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.Colours;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.Legend;
import dev.clientele.examples.cli.picture.SpanChart;
import java.util.ArrayList;
import java.util.List;

/** The pairs that are hardest to decide, each with the reasons of its score. */
final class WaterfallCharts {

    private static final int SHOWN = 10;

    private final IdentityResult linked;

    WaterfallCharts(IdentityResult linked) {
        this.linked = linked;
    }

    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (ScoredPair pair : LabelSelection.choose(linked.pairs(), SHOWN)) {
            charts.add(chart(pair, charts.size() + 1));
        }
        return charts;
    }

    private static String chance(double probability) {
        if (probability > 0.9999) {
            return "over 99.99 %";
        }
        return format(probability > 0.99 ? "%.2f %%" : "%.0f %%", 100 * probability);
    }

    private Chart chart(ScoredPair pair, int number) {
        Waterfall why = linked.explain(pair.first(), pair.second());
        List<SpanChart.Span> spans = new ArrayList<>();
        DataTable numbers = DataTable.of("reason", "found", "weight", "sum");
        double sum = why.prior();
        spans.add(SpanChart.Span.of("at random", 0, sum, format("%+.1f", sum)));
        numbers = numbers.with(List.of("two records drawn at random", "", format("%+.3f", sum), format("%.3f", sum)));
        for (WaterfallStep step : why.steps()) {
            spans.add(SpanChart.Span.of(
                    step.attribute().name() + ": " + step.level(),
                    sum,
                    sum + step.weight(),
                    format("%+.1f", step.weight())));
            sum += step.weight();
            numbers = numbers.with(List.of(
                    step.attribute().name(), step.level(), format("%+.3f", step.weight()), format("%.3f", sum)));
        }
        if (Math.abs(why.household()) >= 0.05) {
            spans.add(SpanChart.Span.of("one household", sum, why.score(), format("%+.1f", why.household())));
        }
        numbers = numbers.with(
                List.of("one household", "", format("%+.3f", why.household()), format("%.3f", why.score())));
        spans.add(SpanChart.Span.of("score", 0, why.score(), format("%.1f", why.score()))
                .in(Colours.ACTUAL));
        String decision = pair.decision() == MatchDecision.MATCH ? "a match" : "for review";
        return new Chart(
                "borderline-" + number,
                format("Least sure, %d: %s the same", number, chance(pair.probability())),
                format(
                        "%s of %s and %s of %s are %s.",
                        pair.first().id(),
                        pair.first().source(),
                        pair.second().id(),
                        pair.second().source(),
                        decision),
                Legend.of(
                        new Legend.LegendKey(Colours.PLAIN, "for"),
                        new Legend.LegendKey(Colours.MODEL, "against"),
                        new Legend.LegendKey(Colours.ACTUAL, "score")),
                new SpanChart("Reasons of the score", "score, reason by reason", spans),
                "From the top: how unlikely it is for two records drawn at random, then what each comparison adds or takes away;"
                        + " the last bar is the sum. To the right of the line the same person is likelier than not.",
                numbers);
    }
}
