package dev.clientele.b2c.lifetime;

import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.scoring.CustomerSummary;
import dev.clientele.b2c.scoring.FittedModel;
import dev.clientele.b2c.scoring.TimeStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Adds up expected and actual purchases, customer by customer. Not thread-safe. */
final class Comparison {

    /** As in the literature's figures: seven repeat purchases or more are one group. */
    private static final int LAST_GROUP = 7;

    private final Calibration calibration;
    private final FittedModel model;
    private final LocalDate end;
    private final double time;
    private final long[] customers = new long[LAST_GROUP + 1];
    private final double[] expected = new double[LAST_GROUP + 1];
    private final long[] actual = new long[LAST_GROUP + 1];
    private double absolute;
    private double squared;

    Comparison(Calibration calibration, LocalDate endInclusive) {
        if (!endInclusive.isAfter(calibration.end())) {
            throw new IllegalArgumentException(
                    "endInclusive must be after the calibration's end " + calibration.end() + ", got " + endInclusive);
        }
        this.calibration = calibration;
        this.model = calibration.purchaseModel();
        this.end = endInclusive;
        this.time = model.step().from((double) ChronoUnit.DAYS.between(calibration.end(), endInclusive), TimeStep.DAY);
    }

    void add(PurchaseLedger ledger) {
        ledger.history(calibration.currency())
                .ifPresent(history -> history.summary(calibration.end(), calibration.rule())
                        .ifPresent(seen -> add(CustomerSummary.of(seen, model.step()), history)));
    }

    private void add(CustomerSummary customer, PurchaseHistory history) {
        double said = model.given(customer).expectedTransactions(time);
        int happened = history.purchases(calibration.end(), end, calibration.rule());
        int group = Math.min(customer.repeats(), LAST_GROUP);
        customers[group]++;
        expected[group] += said;
        actual[group] += happened;
        absolute += Math.abs(said - happened);
        squared += (said - happened) * (said - happened);
    }

    HoldOut result() {
        List<HoldOut.Group> groups = new ArrayList<>();
        long all = 0;
        double saidOfAll = 0;
        long happened = 0;
        for (int i = 0; i <= LAST_GROUP; i++) {
            all += customers[i];
            saidOfAll += expected[i];
            happened += actual[i];
            if (customers[i] > 0) {
                double number = customers[i];
                groups.add(new HoldOut.Group(i, customers[i], expected[i] / number, actual[i] / number));
            }
        }
        double number = Math.max(all, 1);
        return new HoldOut(
                calibration.end(),
                end,
                all,
                saidOfAll,
                happened,
                absolute / number,
                Math.sqrt(squared / number),
                groups);
    }
}
