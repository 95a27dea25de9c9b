package dev.clientele.examples.cli.clv;

import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.text.TextTable;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report in words, for people. */
final class ClvReportText {

    private final ClvReport report;

    ClvReportText(ClvReport report) {
        this.report = report;
    }

    void write(PrintWriter out) {
        out.println(text(
                "%s on %,d customers as of %s, time in %ss; %,d bought again.",
                report.model(),
                report.customers(),
                report.calibrationEnd(),
                report.timeUnit(),
                report.repeatCustomers()));
        fit(out, report.parameters(), report.logLikelihood(), report.converged());
        ClvReport.CovariateReport covariates = report.covariates();
        if (covariates != null) {
            out.println(text(
                    "  without covariates %.6f; %s: chi-squared %.3f with %d degrees of freedom, p = %.3g",
                    covariates.plainLogLikelihood(),
                    String.join(", ", covariates.names()),
                    covariates.statistic(),
                    covariates.degreesOfFreedom(),
                    covariates.pValue()));
        }
        ClvReport.ComparisonReport comparison = report.comparison();
        if (comparison != null) {
            out.println();
            compared(out, comparison);
        }
        ClvReport.SpendReport spend = report.spend();
        if (spend != null) {
            out.println();
            out.println(
                    text("%s on the spend per repeat purchase of %,d customers.", spend.model(), spend.customers()));
            fit(out, spend.parameters(), spend.logLikelihood(), spend.converged());
        }
        report.remarks().forEach(remark -> out.println("Note: " + remark + "."));
        out.println();
        top(out);
        out.println();
        data(out);
    }

    private static void fit(PrintWriter out, Map<String, Double> parameters, double logLikelihood, boolean converged) {
        parameters.forEach((name, value) -> out.println(text("  %-14s %12.6g", name, value)));
        out.println(text(
                "  log-likelihood %.6f, %s",
                logLikelihood, converged ? "converged" : "NOT CONVERGED: do not rely on it"));
    }

    private static void compared(PrintWriter out, ClvReport.ComparisonReport comparison) {
        LocalDate end = comparison.holdOutEnd();
        out.println("All models, of which the one with the smallest " + comparison.criterion() + " is taken; "
                + (end == null
                        ? "no hold-out, as the data end with the calibration:"
                        : "errors per customer in the hold-out until " + end + ":"));
        TextTable table = new TextTable(
                "model", "log-likelihood", "AIC", "BIC", "expected", "actual", "log score", "MAE", "RMSE", "");
        for (ClvReport.ModelReport model : comparison.models()) {
            ClvReport.HoldOutError error = model.holdOut();
            String name = model.model();
            table.addRow(
                    name,
                    number("%.3f", model.logLikelihood()),
                    number("%.3f", model.aic()),
                    number("%.3f", model.bic()),
                    error == null ? "" : text("%,.1f", error.expected()),
                    error == null ? "" : text("%,d", error.actual()),
                    error == null ? "" : number("%.3f", error.logScore()),
                    error == null ? "" : text("%.5f", error.meanAbsoluteError()),
                    error == null ? "" : text("%.5f", error.rootMeanSquareError()),
                    (name.equals(comparison.choice()) ? "taken" : "")
                            + (name.equals(comparison.lowestRmse()) ? " lowest RMSE" : "")
                            + (model.failure() == null ? "" : "does not fit")
                            + (model.limitingCase() == null ? "" : " is " + model.limitingCase() + " here"));
        }
        table.write(out);
        comparison.models().stream()
                .filter(model -> model.failure() != null)
                .forEach(model -> out.println("  " + model.model() + " does not fit: " + model.failure()));
    }

    private static String range(ClvReport.@Nullable RangeReport range, String format) {
        return range == null ? "" : text(format, range.low()) + " to " + text(format, range.high());
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "" : text(format, value);
    }

    private void top(PrintWriter out) {
        out.println(text(
                "Highest expected value over the next %s %ss%s:",
                Double.toString(report.horizon()).replaceFirst("\\.0$", ""),
                report.timeUnit(),
                report.discountRate() == 0 ? "" : text(", discounted by %s a year", report.discountRate())));
        int width = report.top().stream()
                .mapToInt(value -> value.customer().length())
                .reduce("customer".length(), Math::max);
        out.println(text(
                "  %-" + width + "s  %8s  %9s  %12s  %14s  %19s",
                "customer",
                "P(alive)",
                "purchases",
                "value",
                "95 % purchases",
                "95 % spend"));
        for (CustomerValue value : report.top()) {
            Double clv = value.clv();
            out.println(text(
                    "  %-" + width + "s  %8.4f  %9.3f  %12s  %14s  %19s",
                    value.customer(),
                    value.pAlive(),
                    value.expectedTransactions(),
                    clv == null ? "-" : text("%,.2f", clv),
                    range(value.purchases(), "%,.0f"),
                    range(value.spend(), "%,.2f")));
        }
        ClvReport.TotalReport total = report.total();
        if (total != null) {
            ClvReport.RangeReport spend = total.spend();
            out.println(text(
                    "All customers: %,.1f purchases expected, with 95 %% from %s%s.",
                    total.expectedTransactions(),
                    range(total.purchases(), "%,.0f"),
                    spend == null ? "" : "; spend from " + range(spend, "%,.0f")));
        }
        out.println("P(alive), purchases and value are expectations; the ranges are of what happens.");
    }

    private void data(PrintWriter out) {
        ClvReport.RowReport data = report.data();
        out.println(text("%,d transactions, %,d rows rejected.", data.transactions(), report.rejected()));
        data.rejections().forEach((reason, count) -> note(out, count, "rejected: " + reason));
        note(out, data.refunds(), "refunds among them");
        note(out, data.rounded(), "amounts rounded");
        note(out, data.notAboveZero(), "not above 0, left out");
        note(out, data.afterCalibration(), "after the calibration, not used");
        note(out, data.lateCustomers(), "customers who came after the calibration, left out");
        note(out, data.refundedCustomers(), "customers who gave everything back, left out");
        note(out, data.unusableSpend(), "repeat customers without positive spend, left out of the spend model");
    }

    private static void note(PrintWriter out, long count, String what) {
        if (count > 0) {
            out.println(text("  %,9d %s", count, what));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
