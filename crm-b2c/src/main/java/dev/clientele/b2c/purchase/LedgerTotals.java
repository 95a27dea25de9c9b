package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.Money;

/** The columns of a ledger that sum up its days. */
final class LedgerTotals {

    private static final CountingRule EVERYTHING = new CountingRule(SameDay.SEPARATE_PURCHASES, Refunds.REDUCE_SPEND);

    private LedgerTotals() {}

    /** Returns the ledger with the totals of these histories, one a currency. */
    static PurchaseLedger applyTo(PurchaseLedger ledger, List<PurchaseHistory> histories) {
        long purchases = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        TreeSet<String> codes = new TreeSet<>();
        for (PurchaseHistory history : histories) {
            codes.add(history.currency().getCode());
            for (int i = 0; i < history.days(); i++) {
                if (history.count(i) > 0) {
                    purchases += history.count(i);
                    first = Math.min(first, history.day(i));
                    last = Math.max(last, history.day(i));
                }
            }
        }
        return ledger.with(PurchaseLedger.CURRENCIES, codes)
                .with(PurchaseLedger.PURCHASES, purchases)
                .with(PurchaseLedger.FIRST_DAY, purchases == 0 ? null : LocalDate.ofEpochDay(first))
                .with(PurchaseLedger.LAST_DAY, purchases == 0 ? null : LocalDate.ofEpochDay(last))
                .with(PurchaseLedger.SPENT, histories.size() == 1 ? spent(histories.get(0)) : null);
    }

    private static Money spent(PurchaseHistory history) {
        return history.spend(LocalDate.MIN, LocalDate.MAX, EVERYTHING);
    }
}
