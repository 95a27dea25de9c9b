package dev.clientele.examples.cli.clv;

import static dev.clientele.examples.cli.text.TextFormat.format;
import static dev.clientele.examples.cli.text.TextFormat.percent;

import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.examples.cli.clv.ClvReport.CustomerValue;
import dev.clientele.examples.cli.clv.ClvReport.RangeReport;
import dev.clientele.examples.cli.clv.ClvReport.TotalReport;
import dev.clientele.examples.cli.picture.Chart;
import dev.clientele.examples.cli.picture.DataTable;
import dev.clientele.examples.cli.picture.HtmlPage;
import dev.clientele.examples.cli.picture.KeyFigure;
import dev.clientele.examples.cli.purchases.RowCounts;
import dev.clientele.examples.cli.text.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the pictures of a valuation on one page. */
final class ClvReportPage {

    private static final int MAX_LISTED = 25;

    private final ClvResult valued;
    private final ClvAnalysis plan;
    private final RowCounts rows;
    private final ClvPrediction prediction;

    ClvReportPage(ClvResult valued, ClvAnalysis plan, RowCounts rows) {
        this.valued = valued;
        this.plan = plan;
        this.rows = rows;
        this.prediction = new ClvPrediction(valued, plan.horizon());
    }

    HtmlPage page() {
        List<Chart> pictures = new ArrayList<>();
        CustomerBaseCharts base = new CustomerBaseCharts(valued.book(), valued.lastDay());
        pictures.add(base.funnel());
        pictures.add(base.cohorts());
        boolean anyTime = !valued.purchases().model().countsOpportunities();
        if (anyTime) {
            pictures.addAll(new FrequencyRecencyCharts(valued, plan).all());
        }
        pictures.addAll(new ValueCharts(valued, horizon()).all());
        if (anyTime) {
            pictures.addAll(new FitCharts(valued, plan.calibrationEnd()).all());
            pictures.addAll(new TrackingCharts(valued, plan.calibrationEnd()).all());
        }
        List<HtmlPage.Section> tables = new ArrayList<>();
        tables.add(best());
        ClvReport.ComparisonReport comparison = valued.comparison();
        if (comparison != null) {
            tables.add(compared(comparison));
        }
        tables.add(parameters());
        return new HtmlPage("What your customers are worth", introduction(), tiles(), pictures, tables, notes());
    }

    private String horizon() {
        return Double.toString(plan.horizon()).replaceFirst("\\.0$", "") + " " + TextFormat.optionWord(plan.step())
                + "s";
    }

    private String introduction() {
        FittedModel model = valued.purchases();
        return format(
                "%,d customers who bought until %s, seen by the %s model. %s",
                model.fit().customers(),
                plan.calibrationEnd(),
                model.name(),
                valued.lastDay().isAfter(plan.calibrationEnd())
                        ? "The data go on until " + valued.lastDay()
                                + "; what came after the model's last day shows how well it foretells."
                        : "The data end there, so that nothing shows yet how well the model foretells.");
    }

    private List<KeyFigure> tiles() {
        List<CustomerValue> values = valued.values();
        long customers = values.size();
        double alive = values.stream().mapToDouble(CustomerValue::pAlive).sum();
        double purchases =
                values.stream().mapToDouble(CustomerValue::expectedTransactions).sum();
        TotalReport total = valued.covariates() == null ? prediction.total() : null;
        long again = valued.purchases().fit().repeatCustomers();
        List<KeyFigure> tiles = new ArrayList<>(List.of(
                new KeyFigure(format("%,d", customers), "customers until " + plan.calibrationEnd()),
                new KeyFigure(percent((double) again / customers), "of them bought again"),
                new KeyFigure(format("%,.0f", alive), "of them expected to be still customers"),
                new KeyFigure(
                        format("%,.0f", purchases),
                        "purchases expected in the next " + horizon() + likely(total, false))));
        if (valued.spend() != null) {
            tiles.add(new KeyFigure(
                    format("%s %,.0f", currency(), ValueCharts.total(values)),
                    "expected from them in the next " + horizon()
                            + (plan.discountRate() == 0 ? "" : ", discounted at " + percent(plan.discountRate()))
                            + likely(total, true)));
        }
        return tiles;
    }

    /** Says between which numbers it will lie; of money only where nothing is discounted. */
    private String likely(@Nullable TotalReport total, boolean money) {
        RangeReport range = total == null ? null : money ? total.spend() : total.purchases();
        return range == null || (money && plan.discountRate() > 0)
                ? ""
                : format("; with 95 %% between %,.0f and %,.0f", range.low(), range.high());
    }

    private String currency() {
        return valued.book().currency().getCode();
    }

    private HtmlPage.Section best() {
        DataTable numbers = DataTable.of(
                "customer", "still active", "purchases", "value, " + currency(), "95 % purchases", "95 % spend");
        List<CustomerValue> first = valued.values().stream().limit(MAX_LISTED).toList();
        for (CustomerValue value : valued.covariates() == null ? prediction.predict(first) : first) {
            Double clv = value.clv();
            numbers = numbers.with(List.of(
                    value.customer(),
                    percent(value.pAlive()),
                    format("%.2f", value.expectedTransactions()),
                    clv == null ? "–" : format("%,.2f", clv),
                    range(value.purchases()),
                    range(value.spend())));
        }
        return new HtmlPage.Section(
                "The customers of whom most is expected",
                "Over the next " + horizon() + "; the first " + numbers.rows().size() + " of "
                        + format("%,d", valued.values().size()) + ".",
                numbers);
    }

    private static String range(@Nullable RangeReport range) {
        return range == null ? "–" : format("%,.0f to %,.0f", range.low(), range.high());
    }

    private static HtmlPage.Section compared(ClvReport.ComparisonReport comparison) {
        DataTable numbers = DataTable.of(
                "model", "log-likelihood", "AIC", "expected", "actual", "log score", "mean abs. error", "RMSE", "");
        for (ClvReport.ModelReport model : comparison.models()) {
            ClvReport.HoldOutError error = model.holdOut();
            Double likelihood = model.logLikelihood();
            Double aic = model.aic();
            Double logScore = error == null ? null : error.logScore();
            numbers = numbers.with(List.of(
                    model.model(),
                    likelihood == null ? "" : format("%,.2f", likelihood),
                    aic == null ? "" : format("%,.2f", aic),
                    error == null ? "" : format("%,.0f", error.expected()),
                    error == null ? "" : format("%,d", error.actual()),
                    logScore == null ? "" : format("%,.2f", logScore),
                    error == null ? "" : format("%.4f", error.meanAbsoluteError()),
                    error == null ? "" : format("%.4f", error.rootMeanSquareError()),
                    model.model().equals(comparison.choice())
                            ? "taken"
                            : model.failure() != null
                                    ? "does not fit"
                                    : model.limitingCase() == null ? "" : "is " + model.limitingCase() + " here"));
        }
        return new HtmlPage.Section(
                "All models compared",
                "The model with the smallest " + comparison.criterion()
                        + " is taken: the one that makes the data most likely, after a charge for its parameters. "
                        + (comparison.holdOutEnd() == null
                                ? "There are no later data to show how well each foretells."
                                : "Errors are per customer in what came until " + comparison.holdOutEnd()
                                        + ", which no model saw; chance decides which of several good models has the least."),
                numbers);
    }

    private HtmlPage.Section parameters() {
        DataTable numbers = DataTable.of("parameter", "estimate", "standard error");
        FittedModel purchases = valued.purchases();
        numbers = with(numbers, purchases.name(), purchases.parameters(), purchases.standardErrors());
        FittedSpendModel spend = valued.spend();
        if (spend != null) {
            numbers = with(numbers, spend.name(), spend.parameters(), spend.standardErrors());
        }
        return new HtmlPage.Section(
                "The models",
                format(
                        "%s, log-likelihood %.3f%s; time in %ss.%s",
                        purchases.name(),
                        purchases.logLikelihood(),
                        purchases.converged() ? "" : " (NOT CONVERGED: do not rely on it)",
                        TextFormat.optionWord(plan.step()),
                        spend == null ? "" : format(" %s, log-likelihood %.3f.", spend.name(), spend.logLikelihood())),
                numbers);
    }

    private static DataTable with(
            DataTable numbers, String model, Map<String, Double> estimates, Map<String, Double> errors) {
        DataTable more = numbers;
        for (Map.Entry<String, Double> estimate : estimates.entrySet()) {
            more = more.with(List.of(
                    model + " " + estimate.getKey(),
                    format("%.5g", estimate.getValue()),
                    format("%.3g", errors.getOrDefault(estimate.getKey(), Double.NaN))));
        }
        return more;
    }

    private List<String> notes() {
        CovariateFit with = valued.covariates();
        List<String> notes = new ArrayList<>();
        valued.remarks().forEach(remark -> notes.add(remark + "."));
        if (with != null) {
            notes.add("Probabilities and values of customers are of the model with the covariates "
                    + String.join(", ", with.toReport().names())
                    + "; the squares, the fit and the tracking are of the model without them.");
        }
        notes.addAll(
                List.of(
                        format(
                                "Made from %,d transactions; %,d rows could not be read, %,d were refunds, %,d were left out because"
                                        + " their amount is not above 0.",
                                rows.transactions(), rows.rejected(), rows.refunds(), rows.notAboveZero()),
                        switch (valued.book().rule().sameDay()) {
                                    case ONE_PURCHASE -> "What a customer buys on one day counts as one purchase.";
                                    case SEPARATE_PURCHASES -> "Purchases of one day count each.";
                                }
                                + switch (valued.book().rule().refunds()) {
                                    case IGNORED -> " Refunds are not looked at.";
                                    case REDUCE_SPEND -> " Refunds lower the spend.";
                                    case UNDO_PURCHASE ->
                                        " Refunds lower the spend, and what came back wholly is no purchase.";
                                },
                        "Expected numbers are means over many customers who behaved alike; what a single customer does lies in the ranges of 95 %."));
        return notes;
    }
}
