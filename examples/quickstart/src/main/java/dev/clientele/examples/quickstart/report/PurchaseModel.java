package dev.clientele.examples.quickstart.report;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.lifetime.Calibration;
import dev.clientele.b2c.scoring.FittedModel;
import dev.clientele.b2c.scoring.FittedSpendModel;
import dev.clientele.b2c.scoring.holdout.HoldOut;
import dev.clientele.core.CrmSession;
import dev.clientele.examples.quickstart.consumers.Expectations;
import java.util.List;
import java.util.Map;

/** The fitted repeat-purchase model, and what it expected of the months that it hadn't seen. */
final class PurchaseModel {

    private static final int LAST_GROUP = 7;

    private PurchaseModel() {}

    static void write(Sheet sheet, CrmSession session) {
        B2c b2c = B2c.in(session);
        Calibration calibration = b2c.scoring().latest().orElseThrow();
        FittedModel purchases = calibration.purchaseModel();
        FittedSpendModel spend = calibration.spendModel().orElseThrow();
        sheet.heading("5  How often consumers buy: " + purchases.name() + " with " + spend.name())
                .text("Fitted to the purchases until " + calibration.end() + " of "
                        + Figures.count(purchases.fit().customers()) + " consumers, "
                        + Figures.count(purchases.fit().repeatCustomers())
                        + " of whom had bought again; several purchases on one day count as one. Until the end of 1997 or of"
                        + " November 1998 the likelihood of BG/NBD has no maximum on these data (customers who never leave"
                        + " describe them as well), so it was fitted until the end of June 1998, where it has one, and the"
                        + " five months after that were kept back.")
                .table(parameters(purchases, spend))
                .blank();
        HoldOut holdOut = b2c.scoring().holdOut(calibration, Expectations.LAST_DAY);
        sheet.text("Against the later period, after " + holdOut.startExclusive() + " until " + holdOut.endInclusive()
                        + ": purchases per consumer, by how often they had bought again before.")
                .table(groups(holdOut.groups(), holdOut))
                .blank()
                .text("In all " + Figures.decimal(holdOut.expected(), 1) + " purchases were expected and "
                        + Figures.count(holdOut.actual()) + " happened: the ratio is "
                        + Figures.decimal(holdOut.ratio(), 3) + ". The mean absolute error is "
                        + Figures.decimal(holdOut.meanAbsoluteError(), 3) + " purchases per consumer.");
    }

    private static Table parameters(FittedModel purchases, FittedSpendModel spend) {
        Table table = Table.of("model", "parameter", ">estimate", ">standard error", "");
        add(
                table,
                purchases.name(),
                purchases.parameters(),
                purchases.standardErrors(),
                "log-likelihood " + Figures.decimal(purchases.logLikelihood(), 4) + reached(purchases.converged())
                        + ", time in weeks");
        add(
                table,
                spend.name(),
                spend.parameters(),
                spend.standardErrors(),
                "log-likelihood " + Figures.decimal(spend.logLikelihood(), 4) + reached(spend.converged())
                        + ", spend in USD");
        return table;
    }

    private static void add(
            Table table, String model, Map<String, Double> estimates, Map<String, Double> errors, String note) {
        String name = model;
        String told = note;
        for (Map.Entry<String, Double> estimate : estimates.entrySet()) {
            table.row(
                    name,
                    estimate.getKey(),
                    Figures.parameter(estimate.getValue()),
                    Figures.parameter(errors.getOrDefault(estimate.getKey(), Double.NaN)),
                    told);
            name = "";
            told = "";
        }
    }

    private static String reached(boolean converged) {
        return converged ? "" : " (not a maximum)";
    }

    private static Table groups(List<HoldOut.Group> groups, HoldOut all) {
        Table table = Table.of("repeat purchases", ">consumers", ">expected each", ">happened each");
        for (HoldOut.Group group : groups) {
            table.row(
                    group.repeats() + (group.repeats() == LAST_GROUP ? " or more" : ""),
                    Figures.count(group.customers()),
                    Figures.decimal(group.expected(), 3),
                    Figures.decimal(group.actual(), 3));
        }
        return table.total(
                "all",
                Figures.count(all.customers()),
                Figures.decimal(all.expected() / all.customers(), 3),
                Figures.decimal((double) all.actual() / all.customers(), 3));
    }
}
