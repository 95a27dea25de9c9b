package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The columns of a ledger that sum up its days. */
final class LedgerTotals {

    private LedgerTotals() {}

    static PurchaseLedger applyTo(
            PurchaseLedger ledger,
            List<CurrencyDays> all,
            List<CurrencyUnit> currencies,
            Function<CurrencyUnit, Optional<PurchaseHistory>> histories) {
        long purchases = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (CurrencyDays days : all) {
            for (int i = 0; i < days.days().size(); i++) {
                if (days.purchases().get(i) > 0) {
                    purchases += days.purchases().get(i);
                    first = Math.min(first, days.days().get(i));
                    last = Math.max(last, days.days().get(i));
                }
            }
        }
        TreeSet<String> codes = new TreeSet<>();
        currencies.forEach(currency -> codes.add(currency.getCode()));
        return ledger.with(PurchaseLedger.CURRENCIES, codes)
                .with(PurchaseLedger.PURCHASES, purchases)
                .with(PurchaseLedger.FIRST_DAY, purchases == 0 ? null : LocalDate.ofEpochDay(first))
                .with(PurchaseLedger.LAST_DAY, purchases == 0 ? null : LocalDate.ofEpochDay(last))
                .with(PurchaseLedger.SPENT, currencies.size() == 1 ? spent(currencies.get(0), histories) : null);
    }

    private static Money spent(CurrencyUnit currency, Function<CurrencyUnit, Optional<PurchaseHistory>> histories) {
        CountingRule everything = new CountingRule(SameDay.SEPARATE_PURCHASES, Refunds.REDUCE_SPEND);
        return histories
                .apply(currency)
                .map(history -> history.spend(LocalDate.MIN, LocalDate.MAX, everything))
                .orElse(Money.zero(currency));
    }
}
