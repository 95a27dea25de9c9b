package dev.clientele.examples.cli.pipeline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report in words, for people. */
final class PipelineReportText {

    private static final int MAX_AGENTS = 10;

    private final PipelineReport report;
    private final PrintWriter out;

    PipelineReportText(PipelineReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void write() {
        out.println(imported(report.asOf(), report.imported()));
        figures();
    }

    /** Writes the reports of several currencies, one after another. */
    static void write(PipelineReports reports, PrintWriter out) {
        out.println(imported(reports.asOf(), reports.imported()));
        if (reports.withoutAmount() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d without an amount, which are in none of the currencies below.",
                    reports.withoutAmount()));
        }
        for (PipelineReport report : reports.currencies()) {
            out.println();
            out.println("=== Deals in " + report.currency() + " ===");
            new PipelineReportText(report, out).figures();
        }
    }

    private static String imported(LocalDate asOf, PipelineReport.ImportCounts imported) {
        return String.format(
                Locale.ROOT,
                "%,d deals read as of %s: %,d new, %,d changed, %,d as before, %,d rejected.",
                imported.rows(),
                asOf,
                imported.added(),
                imported.changed(),
                imported.unchanged(),
                imported.rejected());
    }

    private void figures() {
        line(
                "%,d without an account, %,d without a day of entry.",
                report.withoutAccount(), report.withoutEngageDate());
        out.println();
        report.stages().forEach(stage -> line("%-14s %,7d", stage.name(), stage.deals()));
        out.println();
        line(
                "Win rate %s, won value %s %,.2f; a won deal takes %s days (median %s), a lost one %s.",
                number(report.winRate(), "%.6f"),
                report.currency(),
                report.wonValue(),
                number(report.meanWonDays(), "%.6f"),
                number(report.medianWonDays(), "%.0f"),
                number(report.meanLostDays(), "%.6f"));
        line("The open deals are worth %s %,.2f.", report.currency(), report.openValue());
        if (report.velocityPerDay() != null) {
            line(
                    "At this rate the open deals bring in %s %s a day.",
                    report.currency(), number(report.velocityPerDay(), "%,.2f"));
        }
        report.notes().forEach(out::println);
        parts("Region", report.byRegion());
        parts(
                "Agent",
                report.byAgent()
                        .subList(0, Math.min(MAX_AGENTS, report.byAgent().size())));
        parts("Sector", report.bySector());
        parts("Month", report.byMonth());
        if (!report.families().isEmpty()) {
            out.println();
            out.println("Accounts with subsidiaries");
            report.families()
                    .forEach(family ->
                            line("%-24s %3d %,16.2f", family.account(), family.subsidiaries(), family.wonValue()));
        }
        forecast();
        out.println();
        line(
                "Stalled: open for more than %s days, in which %.0f %% of the won deals were through",
                number(report.stalled().limitDays(), "%.0f"),
                100 * report.stalled().share());
        report.stalled().deals().forEach(stage -> line("%-14s %,7d", stage.name(), stage.deals()));
    }

    private void forecast() {
        out.println();
        line("Expected to be won within %d days (* by default)", report.forecastDays());
        report.forecast()
                .forEach(method -> line(
                        "%s %-34s %,9.1f ± %,.1f (%s) of %,d, worth %,.0f",
                        method.standard() ? "*" : " ",
                        method.method(),
                        method.wins(),
                        method.deviation(),
                        PipelineReport.basis(method),
                        method.open(),
                        method.worth()));
        out.println();
        out.println("The same methods on days of the past");
        report.backTest()
                .forEach(trial -> line(
                        "%s %-34s %,9.1f, came %,d", trial.asOf(), trial.method(), trial.predicted(), trial.actual()));
        if (report.bestMethod() != null) {
            line("Least far off: %s", report.bestMethod());
        }
    }

    private void parts(String title, List<PipelineReport.WinLossGroup> parts) {
        out.println();
        line("%-24s %7s %7s %9s %16s", title, "won", "lost", "win rate", "won value");
        parts.forEach(part -> line(
                "%-24s %,7d %,7d %9s %,16.2f",
                part.name(), part.won(), part.lost(), number(part.winRate(), "%.4f"), part.wonValue()));
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
