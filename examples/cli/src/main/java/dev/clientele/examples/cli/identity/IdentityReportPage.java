package dev.clientele.examples.cli.identity;

import static dev.clientele.examples.cli.text.TextFormat.format;

import dev.clientele.b2c.identity.linkage.ShareEstimate;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.HtmlPage;
import dev.clientele.examples.cli.picture.KeyFigure;
import dev.clientele.examples.cli.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what was learned and found on one page; of the records it has ids only. */
final class IdentityReportPage {

    private final IdentityResult linked;
    private final IdentityReport report;

    IdentityReportPage(IdentityResult linked, IdentityReport report) {
        this.linked = linked;
        this.report = report;
    }

    HtmlPage page() {
        List<Chart> charts = new ArrayList<>(new LinkageCharts(linked, report).all());
        charts.addAll(new WaterfallCharts(linked).all());
        String introduction = format(
                "%,d records of %s are of %,d persons; %,d of them were recorded more than once.",
                report.records(),
                report.files().stream().map(IdentityReport.FileRecords::file).collect(Collectors.joining(" and ")),
                report.clusters(),
                report.clustersOfSeveral());
        return new HtmlPage("Who is who", introduction, tiles(), charts, tables(), notes());
    }

    private List<KeyFigure> tiles() {
        List<KeyFigure> tiles = new ArrayList<>(List.of(
                new KeyFigure(format("%,d", report.records()), "records"),
                new KeyFigure(format("%,d", report.clusters()), "persons"),
                new KeyFigure(format("%,d", report.pairs()), "pairs that match"),
                new KeyFigure(format("%,d", report.reviewPairs()), "pairs for review")));
        if (report.precision() != null && report.recall() != null) {
            tiles.add(new KeyFigure(exact(report.precision()), "of the matches are true"));
            tiles.add(new KeyFigure(exact(report.recall()), "of the true pairs were found"));
        } else {
            tiles.add(estimate(report.estimatedQuality().precision(), "of the matches are true, estimated"));
            tiles.add(estimate(report.estimatedQuality().recall(), "of the true pairs seen were found, estimated"));
        }
        return tiles;
    }

    private static KeyFigure estimate(ShareEstimate share, String what) {
        return new KeyFigure(TextFormat.percent(share.value()), what);
    }

    private static String exact(double share) {
        return format("%.2f %%", 100 * share);
    }

    private List<HtmlPage.Section> tables() {
        DataTable files = DataTable.of("File", "Records", "Rows left out");
        for (IdentityReport.FileRecords file : report.files()) {
            files = files.with(List.of(file.file(), format("%,d", file.records()), format("%,d", file.rejected())));
        }
        DataTable rules = DataTable.of("Pairs were compared that agree in");
        for (String rule : report.blockingRules()) {
            rules = rules.with(List.of(rule));
        }
        return List.of(
                new HtmlPage.Section("Files", "What the records come from.", files),
                new HtmlPage.Section(
                        "What was compared",
                        "Not every pair is compared; these rules were chosen because they miss few true pairs and bring few others.",
                        rules));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (report.withoutNameOrIdentifier() > 0) {
            notes.add(format(
                    "%,d records have no name and no identifier; they are never matched.",
                    report.withoutNameOrIdentifier()));
        }
        notes.add(format(
                "Estimated %s: precision %s, recall %s among the true pairs that were scored.",
                report.estimatedQuality().judged() == 0
                        ? "from the model alone"
                        : format(
                                "from %,d judged pairs",
                                report.estimatedQuality().judged()),
                range(report.estimatedQuality().precision()),
                range(report.estimatedQuality().recall())));
        if (report.labels() > 0) {
            notes.add(format("The model was corrected by %,d judgements.", report.labels()));
        }
        notes.add(
                "The model is that of Fellegi and Sunter (1969), learned from these records; two records of one household, who"
                        + " share name and address, are a class of their own. No values of records stand on this page, only their ids.");
        return notes;
    }

    private static String range(ShareEstimate share) {
        return format("%.1f %% (%.1f to %.1f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }
}
