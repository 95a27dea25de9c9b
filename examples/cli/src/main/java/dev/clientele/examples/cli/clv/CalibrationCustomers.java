package dev.clientele.examples.cli.clv;

import dev.clientele.b2c.analytics.PurchaseBook;
import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.purchase.Refunds;
import dev.clientele.b2c.purchase.SameDay;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customers as they stood at the end of the calibration. */
final class CalibrationCustomers {

    /** One who had bought something by then. */
    record CalibrationCustomer(String name, CustomerSummary purchases, SpendSummary spend) {}

    private static final CountingRule IGNORING_REFUNDS = new CountingRule(SameDay.ONE_PURCHASE, Refunds.IGNORED);

    private final TimeStep step;
    private final LocalDate calibrationEnd;
    private final CountingRule rule;
    private final List<CalibrationCustomer> buyers = new ArrayList<>();
    private final CustomerBaseBuilder base;
    private long late;
    private long refunded;
    private long unusableSpend;

    private CalibrationCustomers(TimeStep step, LocalDate calibrationEnd, CountingRule rule) {
        this.step = step;
        this.calibrationEnd = calibrationEnd;
        this.rule = rule;
        this.base = CustomerBase.builder(step);
    }

    static CalibrationCustomers of(PurchaseBook<String> book, TimeStep step, LocalDate calibrationEnd) {
        CalibrationCustomers buyers = new CalibrationCustomers(step, calibrationEnd, book.rule());
        book.histories().forEach(buyers::add);
        return buyers;
    }

    private void add(String name, PurchaseHistory history) {
        Optional<PurchaseSummary> summary = history.summary(calibrationEnd, rule);
        if (summary.isPresent()) {
            Optional<SpendSummary> spend = SpendSummary.ofRepeats(summary.get());
            base.add(history, calibrationEnd, rule);
            unusableSpend += spend.isPresent() ? 0 : 1;
            buyers.add(new CalibrationCustomer(
                    name, CustomerSummary.of(summary.get(), step), spend.orElse(SpendSummary.NONE)));
        } else if (history.summary(calibrationEnd, IGNORING_REFUNDS).isPresent()) {
            refunded++;
        } else {
            late++;
        }
    }

    List<CalibrationCustomer> all() {
        return buyers;
    }

    /** With the times between purchases, which tell how regular they are. */
    CustomerBase base() {
        return base.build();
    }

    SpendBase spendBase() {
        return SpendBase.of(buyers.stream().map(CalibrationCustomer::spend).toList());
    }

    long late() {
        return late;
    }

    long refunded() {
        return refunded;
    }

    long unusableSpend() {
        return unusableSpend;
    }
}
