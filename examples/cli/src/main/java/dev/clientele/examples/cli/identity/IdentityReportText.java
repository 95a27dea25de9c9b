package dev.clientele.examples.cli.identity;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.identity.linkage.ShareEstimate;
import dev.clientele.examples.cli.text.TextTable;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Writes the result in words. */
final class IdentityReportText {

    private final IdentityReport report;

    IdentityReportText(IdentityReport report) {
        this.report = report;
    }

    void write(PrintWriter out) {
        out.println(format(
                "%,d records of %s.",
                report.records(),
                report.files().stream()
                        .map(file -> format("%s (%,d)", file.file(), file.records()))
                        .collect(Collectors.joining(", "))));
        out.println(format(
                "%,d pairs match, %,d are for review; %,d persons, %,d of them recorded more than once.",
                report.pairs(), report.reviewPairs(), report.clusters(), report.clustersOfSeveral()));
        if (report.pairs() == 0) {
            out.println("Nobody seems to be recorded twice; only what agrees nearly completely would match.");
        }
        if (report.withoutNameOrIdentifier() > 0) {
            out.println(format(
                    "%,d records have no name and no identifier and are never matched.",
                    report.withoutNameOrIdentifier()));
        }
        quality(out);
        out.println();
        weights(out);
        out.println();
        out.println("Compared are pairs that agree in");
        report.blockingRules().forEach(rule -> out.println("  " + rule));
        if (report.explanation() != null) {
            out.println();
            write(report.explanation(), out);
        }
    }

    private void quality(PrintWriter out) {
        if (report.precision() != null) {
            out.println(format(
                    "Precision %.4f, recall %.4f, F1 %.4f against %,d true pairs.",
                    report.precision(), report.recall(), report.f1(), report.truePairs()));
        }
        out.println(format(
                "Estimated from %s: precision %s, recall %s of the true pairs that were scored.",
                report.estimatedQuality().judged() == 0
                        ? "the model alone"
                        : format("%,d judged pairs", report.estimatedQuality().judged()),
                share(report.estimatedQuality().precision()),
                share(report.estimatedQuality().recall())));
        if (report.labels() > 0) {
            out.println(format(
                    "Corrected by %,d labels: scores by %+.3f, weights times %.3f.",
                    report.labels(), report.shift(), report.scale()));
        }
    }

    private static String share(ShareEstimate share) {
        return format("%.4f (%.4f to %.4f)", share.value(), share.low(), share.high());
    }

    private void weights(PrintWriter out) {
        out.println(format(
                "Two records drawn at random are of one person with probability %.3g. What comparisons say:",
                report.prior()));
        TextTable table =
                new TextTable("column", "kind", "level", "of the same", "of others", "weight").withLeftColumns(3);
        String before = "";
        for (IdentityReport.LevelWeight weight : report.weights()) {
            boolean first = !weight.attribute().equals(before);
            table.addRow(
                    first ? weight.attribute() : "",
                    first ? weight.kind() : "",
                    weight.level(),
                    format("%.4f", weight.m()),
                    format("%.6f", weight.u()),
                    format("%+.2f", weight.weight()));
            before = weight.attribute();
        }
        table.write(out);
        out.println("The weight of equal values is that of an average one: rare ones say more, common ones less.");
    }

    /** The numbers are rounded so that they add up as they stand. */
    private static void write(IdentityReport.Explanation why, PrintWriter out) {
        out.println(format(
                "%s of %s and %s of %s are of one person with probability %.6f:",
                why.firstId(), why.firstFile(), why.secondId(), why.secondFile(), why.probability()));
        TextTable table = new TextTable("reason", "found", "weight").withLeftColumns(2);
        double sum = why.prior();
        double told = rounded(sum);
        table.addRow("two records drawn at random", "", format("%+.3f", told));
        for (IdentityReport.Step step : why.steps()) {
            sum += step.weight();
            table.addRow(step.attribute(), step.level(), format("%+.3f", rounded(sum) - told));
            told = rounded(sum);
        }
        table.addRow("people of one household look like this too", "", format("%+.3f", rounded(why.score()) - told));
        table.addRow("score", "", format("%+.3f", why.score()));
        table.write(out);
        out.println(
                why.blockingRule() == null
                        ? "No rule brings the two together, so that they weren't compared."
                        : "They were compared because they agree in " + why.blockingRule() + ".");
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
