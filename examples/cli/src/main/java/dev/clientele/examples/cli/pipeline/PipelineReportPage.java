package dev.clientele.examples.cli.pipeline;

import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.HtmlPage;
import dev.clientele.examples.cli.picture.KeyFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts the figures of deals on one page, each currency's by itself. */
final class PipelineReportPage {

    private final PipelineReports reports;

    PipelineReportPage(PipelineReports reports) {
        this.reports = reports;
    }

    HtmlPage page() {
        List<HtmlPage.Section> tables = new ArrayList<>();
        tables.add(totals());
        for (PipelineReport report : reports.currencies()) {
            tables.add(stages(report));
            tables.add(groups(report, "By month", report.byMonth()));
            tables.add(groups(report, "By agent", report.byAgent()));
            tables.add(forecast(report));
        }
        String introduction = text(
                "%,d deals read as of %s: %,d new, %,d changed, %,d as before, %,d rejected.",
                reports.imported().rows(),
                reports.asOf(),
                reports.imported().added(),
                reports.imported().changed(),
                reports.imported().unchanged(),
                reports.imported().rejected());
        return new HtmlPage("How you sell", introduction, tiles(), List.of(), tables, notes());
    }

    private List<KeyFigure> tiles() {
        List<KeyFigure> tiles = new ArrayList<>();
        for (PipelineReport report : reports.currencies()) {
            tiles.add(new KeyFigure(money(report, report.openValue()), "in open deals"));
            tiles.add(new KeyFigure(money(report, report.wonValue()), "won"));
        }
        return tiles;
    }

    private HtmlPage.Section totals() {
        DataTable table = DataTable.of("Currency", "Deals", "Open value", "Won", "Lost", "Win rate", "Won value");
        for (PipelineReport report : reports.currencies()) {
            table = table.with(List.of(
                    report.currency(),
                    count(report.stages().stream()
                            .mapToLong(PipelineReport.DealCount::deals)
                            .sum()),
                    money(report, report.openValue()),
                    count(report.won()),
                    count(report.lost()),
                    share(report.winRate()),
                    money(report, report.wonValue())));
        }
        return new HtmlPage.Section("By currency", "Amounts of different currencies are never added up.", table);
    }

    private static HtmlPage.Section stages(PipelineReport report) {
        DataTable table = DataTable.of("Stage", "Deals");
        for (PipelineReport.DealCount stage : report.stages()) {
            table = table.with(List.of(stage.name(), count(stage.deals())));
        }
        return new HtmlPage.Section("Stages, " + report.currency(), "Where the deals are.", table);
    }

    private static HtmlPage.Section groups(
            PipelineReport report, String title, List<PipelineReport.WinLossGroup> groups) {
        DataTable table = DataTable.of("", "Won", "Lost", "Win rate", "Won value");
        for (PipelineReport.WinLossGroup group : groups) {
            table = table.with(List.of(
                    group.name(),
                    count(group.won()),
                    count(group.lost()),
                    share(group.winRate()),
                    money(report, group.wonValue())));
        }
        return new HtmlPage.Section(title + ", " + report.currency(), "Closed deals.", table);
    }

    private static HtmlPage.Section forecast(PipelineReport report) {
        DataTable table = DataTable.of("Method", "Open", "Won", "\u00b1", "as", "Worth");
        for (PipelineReport.MethodForecast method : report.forecast()) {
            table = table.with(List.of(
                    method.method(),
                    count(method.open()),
                    text("%,.1f", method.wins()),
                    text("%,.1f", method.deviation()),
                    PipelineReport.basis(method),
                    text("%s %,.0f", report.currency(), method.worth())));
        }
        return new HtmlPage.Section(
                "Expected to be won, " + report.currency(), "Within " + report.forecastDays() + " days.", table);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (reports.withoutAmount() > 0) {
            notes.add(text("%,d deals have no amount and are in none of the currencies.", reports.withoutAmount()));
        }
        reports.currencies()
                .forEach(report -> report.notes().forEach(note -> notes.add(report.currency() + ": " + note)));
        return notes;
    }

    private static String money(PipelineReport report, BigDecimal amount) {
        return text("%s %,.2f", report.currency(), amount);
    }

    private static String count(long number) {
        return text("%,d", number);
    }

    private static String share(@Nullable Double value) {
        return value == null ? "-" : text("%.1f %%", 100 * value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
