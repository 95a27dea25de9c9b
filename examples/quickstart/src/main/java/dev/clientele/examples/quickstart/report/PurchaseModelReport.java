package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.scoring.Calibration;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.consumers.ConsumerScoring;
import java.util.List;
import java.util.Map;

/** The fitted repeat-purchase model, and what it expected of the months that it hadn't seen. */
final class PurchaseModelReport {

    private static final int LAST_GROUP = 7;

    private PurchaseModelReport() {}

    static void write(ReportWriter sheet, CrmSession session) {
        B2c b2c = B2c.in(session);
        Calibration calibration = b2c.scoring().active().orElseThrow();
        FittedModel purchases = calibration.purchaseModel();
        FittedSpendModel spend = calibration.spendModel().orElseThrow();
        sheet.heading("5  How often consumers buy: " + purchases.name() + " with " + spend.name())
                .text("Fitted to the purchases until " + calibration.end() + " of "
                        + NumberText.count(purchases.fit().customers()) + " consumers, "
                        + NumberText.count(purchases.fit().repeatCustomers())
                        + " of whom had bought again; several purchases on one day count as one. Until the end of 1997"
                        + " or of November 1998 the likelihood of BG/NBD has no maximum on these data: customers who"
                        + " never leave describe them as well, and NBD would be fitted instead. So it was fitted until the"
                        + " end of June 1998, where it has one, and the five months after that were kept back.")
                .table(parameters(purchases, spend))
                .blank();
        HoldOut holdOut = b2c.scoring().holdOut(calibration, ConsumerScoring.LAST_DAY);
        sheet.text("Against the later period, after " + holdOut.startExclusive() + " until " + holdOut.endInclusive()
                        + ": purchases per consumer, by how often they had bought again before.")
                .table(groups(holdOut.groups(), holdOut))
                .blank()
                .text("In all " + NumberText.decimal(holdOut.expected(), 1) + " purchases were expected and "
                        + NumberText.count(holdOut.actual()) + " happened: the ratio is "
                        + NumberText.decimal(holdOut.expectedOverActual(), 3) + ". The mean absolute error is "
                        + NumberText.decimal(holdOut.meanAbsoluteError(), 3) + " purchases per consumer.");
    }

    private static ReportTable parameters(FittedModel purchases, FittedSpendModel spend) {
        ReportTable table = ReportTable.of("model", "parameter", ">estimate", ">standard error", "");
        add(
                table,
                purchases.name(),
                purchases.parameters(),
                purchases.standardErrors(),
                "log-likelihood " + NumberText.decimal(purchases.logLikelihood(), 4) + reached(purchases.converged())
                        + ", time in weeks");
        add(
                table,
                spend.name(),
                spend.parameters(),
                spend.standardErrors(),
                "log-likelihood " + NumberText.decimal(spend.logLikelihood(), 4) + reached(spend.converged())
                        + ", spend in USD");
        return table;
    }

    private static void add(
            ReportTable table, String model, Map<String, Double> estimates, Map<String, Double> errors, String note) {
        String name = model;
        String told = note;
        for (Map.Entry<String, Double> estimate : estimates.entrySet()) {
            table.row(
                    name,
                    estimate.getKey(),
                    NumberText.parameter(estimate.getValue()),
                    NumberText.parameter(errors.getOrDefault(estimate.getKey(), Double.NaN)),
                    told);
            name = "";
            told = "";
        }
    }

    private static String reached(boolean converged) {
        return converged ? "" : " (not a maximum)";
    }

    private static ReportTable groups(List<HoldOut.FrequencyGroup> groups, HoldOut all) {
        ReportTable table = ReportTable.of("repeat purchases", ">consumers", ">expected each", ">happened each");
        for (HoldOut.FrequencyGroup group : groups) {
            table.row(
                    group.repeats() + (group.repeats() == LAST_GROUP ? " or more" : ""),
                    NumberText.count(group.customers()),
                    NumberText.decimal(group.expected(), 3),
                    NumberText.decimal(group.actual(), 3));
        }
        return table.total(
                "all",
                NumberText.count(all.customers()),
                NumberText.decimal(all.expected() / all.customers(), 3),
                NumberText.decimal((double) all.actual() / all.customers(), 3));
    }
}
