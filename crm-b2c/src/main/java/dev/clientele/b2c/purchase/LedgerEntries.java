package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The entries of a ledger while it is being written: what arrives in whatever order ends in the same ledger. Not
 * thread-safe.
 */
final class LedgerEntries {

    private final PurchaseLedger ledger;
    private final PurchaseClock clock;
    private final Map<String, PurchaseHistoryBuilder> histories = new TreeMap<>();
    private long awaited;

    private LedgerEntries(PurchaseLedger ledger) {
        this.ledger = ledger;
        this.clock = PurchaseClock.inZone(ledger.zone());
        this.awaited = ledger.awaited();
        ledger.histories().forEach((code, history) -> histories.put(code, history.toBuilder()));
    }

    static LedgerEntries of(PurchaseLedger ledger) {
        return new LedgerEntries(ledger);
    }

    Id<Person> person() {
        return ledger.person();
    }

    long awaited() {
        return awaited;
    }

    LocalDate dayOf(Purchase purchase) {
        return clock.dayOf(purchase.occurredAt());
    }

    void addPurchase(Purchase purchase) {
        in(purchase.amount()).addPurchase(dayOf(purchase), purchase.amount());
    }

    /** Adds a refund under the day that it lowers. */
    void addRefund(Purchase refund, LocalDate day) {
        in(refund.amount()).addRefund(day, refund.amount());
    }

    /** Notes that one more purchase is waited for. */
    void await() {
        awaited++;
    }

    /** Moves refunds that have been waiting for a purchase to its day. */
    void settle(PendingRefunds waiting, Purchase purchase) {
        LocalDate day = dayOf(purchase);
        for (PurchaseHistory refunds : waiting.histories()) {
            PurchaseHistoryBuilder history = in(refunds.currency());
            for (int i = 0; i < refunds.days(); i++) {
                history.moveRefund(refunds.day(i), day, refunds.refunded(i));
            }
        }
        awaited--;
    }

    private PurchaseHistoryBuilder in(Money amount) {
        return in(amount.getCurrencyUnit());
    }

    private PurchaseHistoryBuilder in(CurrencyUnit currency) {
        return histories.computeIfAbsent(currency.getCode(), code -> PurchaseHistory.builder(currency));
    }

    /** Returns the ledger with all entries. */
    PurchaseLedger toLedger() {
        List<PurchaseHistory> built = new ArrayList<>();
        for (PurchaseHistoryBuilder history : histories.values()) {
            PurchaseHistory days = history.build();
            if (days.days() > 0) {
                built.add(days);
            }
        }
        int days = built.stream().mapToInt(PurchaseHistory::days).sum();
        return days > PurchaseLedger.MAX_DAYS && !ledger.isShared()
                ? ledger.asShared()
                : LedgerTotals.applyTo(ledger, built)
                        .with(PurchaseLedger.AWAITED, awaited == 0 ? null : awaited)
                        .with(PurchaseLedger.DAYS, days == 0 ? null : HistoryText.write(built));
    }
}
