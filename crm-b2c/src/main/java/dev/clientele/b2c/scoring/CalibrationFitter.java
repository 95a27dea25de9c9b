package dev.clientele.b2c.scoring;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.core.entity.Repository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Fits models to the stored ledgers. */
final class CalibrationFitter {

    private final Repository<PurchaseLedger> ledgers;
    private final CountingRule rule;

    CalibrationFitter(Repository<PurchaseLedger> ledgers, CountingRule rule) {
        this.ledgers = ledgers;
        this.rule = rule;
    }

    /** Fits the calibration, but for the time at which it was fitted. */
    Calibration fit(CalibrationPlan plan, CurrencyUnit currency, LocalDate end, Optional<Calibration> before) {
        CustomerBaseBuilder customers = plan.purchases().customers();
        List<SpendSummary> spend = new ArrayList<>();
        try (Stream<PurchaseLedger> stored = ledgers
                .query(PurchaseLedger.CURRENCIES.has(currency.getCode()).and(PurchaseLedger.FIRST_DAY.atMost(end)))
                .stream()) {
            stored.forEach(ledger -> {
                Optional<PurchaseHistory> history = ledger.history(currency);
                history.ifPresent(whole -> customers.add(whole, end, rule));
                Optional<PurchaseSummary> summary = history.flatMap(whole -> whole.summary(end, rule));
                if (plan.spend().isPresent()) {
                    summary.flatMap(plan.basis()::of)
                            .filter(spent -> spent.purchases() > 0)
                            .ifPresent(spend::add);
                }
            });
        }
        Calibration calibration = Calibration.TYPE
                .newEntity()
                .with(Calibration.CALIBRATION_END, end)
                .with(Calibration.CURRENCY, currency)
                .with(Calibration.SAME_DAY, rule.sameDay())
                .with(Calibration.REFUNDS, rule.refunds())
                .with(Calibration.SPEND_BASIS, plan.basis());
        CustomerBase base = customers.build();
        Calibration fitted = CalibrationModels.put(
                calibration,
                before.map(earlier -> plan.purchases().refit(base, earlier.purchaseModel()))
                        .orElseGet(() -> plan.purchases().fit(base)));
        return plan.spend()
                .map(family -> CalibrationModels.put(fitted, family.fit(SpendBase.of(spend))))
                .orElse(fitted);
    }
}
