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
import dev.clientele.b2c.scoring.family.RepeatPurchaseFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customers as they stood at the end of the calibration. */
final class CalibrationCustomers {

    /** One who had bought something by then. */
    record CalibrationCustomer(String name, CustomerSummary purchases, SpendSummary spend) {}

    private static final CountingRule IGNORING_REFUNDS = new CountingRule(SameDay.ONE_PURCHASE, Refunds.IGNORED);

    private final RepeatPurchaseFamily family;
    private final LocalDate calibrationEnd;
    private final CountingRule rule;
    private final List<CalibrationCustomer> buyers = new ArrayList<>();
    private final CustomerBaseBuilder base;
    private long late;
    private long refunded;
    private long unusableSpend;

    private CalibrationCustomers(RepeatPurchaseFamily family, LocalDate calibrationEnd, CountingRule rule) {
        this.family = family;
        this.calibrationEnd = calibrationEnd;
        this.rule = rule;
        this.base = family.customers();
    }

    /** Sums up everybody as a kind of model counts time. */
    static CalibrationCustomers of(PurchaseBook<String> book, RepeatPurchaseFamily family, LocalDate calibrationEnd) {
        CalibrationCustomers buyers = new CalibrationCustomers(family, calibrationEnd, book.rule());
        book.histories().forEach(buyers::add);
        return buyers;
    }

    private void add(String name, PurchaseHistory history) {
        Optional<PurchaseSummary> summary = history.summary(calibrationEnd, rule);
        if (summary.isPresent()) {
            Optional<SpendSummary> spend = SpendSummary.ofRepeats(summary.get());
            base.add(history, calibrationEnd, rule);
            unusableSpend += spend.isPresent() ? 0 : 1;
            CustomerSummary customer = family.countsOpportunities()
                    ? CustomerSummary.ofOpportunities(history, calibrationEnd, rule, family.step())
                            .orElseThrow()
                    : CustomerSummary.of(summary.get(), family.step());
            buyers.add(new CalibrationCustomer(name, customer, spend.orElse(SpendSummary.NONE)));
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
