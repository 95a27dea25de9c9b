package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final List<PendingRefund> pending;

    private LedgerEntries(PurchaseLedger ledger) {
        this.ledger = ledger;
        this.clock = PurchaseClock.inZone(ledger.zone());
        this.pending = new ArrayList<>(ledger.getOrDefault(PurchaseLedger.PENDING, List.of()));
        for (CurrencyDays days : ledger.getOrDefault(PurchaseLedger.DAYS, List.of())) {
            histories.put(days.currency().getCode(), days.history().toBuilder());
        }
    }

    static LedgerEntries of(PurchaseLedger ledger) {
        return new LedgerEntries(ledger);
    }

    /** Adds a purchase, and settles the refunds that were waiting for it. */
    void addPurchase(Purchase purchase) {
        LocalDate day = clock.dayOf(purchase.occurredAt());
        in(purchase.amount()).addPurchase(day, purchase.amount());
        for (Iterator<PendingRefund> waiting = pending.iterator(); waiting.hasNext(); ) {
            PendingRefund refund = waiting.next();
            if (refund.original().equals(purchase.key())) {
                in(refund.amount()).addRefund(day, refund.amount());
                waiting.remove();
            }
        }
    }

    /**
     * Adds a refund.
     *
     * @param original the purchase that it names, if that is there already
     */
    void addRefund(Purchase refund, Optional<Purchase> original) {
        LocalDate own = clock.dayOf(refund.occurredAt());
        String named = refund.get(Purchase.ORIGINAL);
        if (original.isPresent()) {
            in(refund.amount()).addRefund(clock.dayOf(original.get().occurredAt()), refund.amount());
        } else if (named == null) {
            in(refund.amount()).addRefund(own, refund.amount());
        } else {
            pending.add(new PendingRefund(named, own, refund.amount()));
        }
    }

    private PurchaseHistoryBuilder in(Money amount) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        return histories.computeIfAbsent(currency.getCode(), code -> PurchaseHistory.builder(currency));
    }

    List<CurrencyUnit> currencies() {
        Set<String> codes = new TreeSet<>(histories.keySet());
        pending.forEach(refund -> codes.add(refund.amount().getCurrencyUnit().getCode()));
        return codes.stream().map(CurrencyUnit::of).toList();
    }

    /** Returns the settled and pending entries together. */
    Optional<PurchaseHistory> history(CurrencyUnit currency) {
        PurchaseHistoryBuilder settled = histories.get(currency.getCode());
        List<PendingRefund> waiting = pending.stream()
                .filter(refund -> refund.amount().getCurrencyUnit().equals(currency))
                .toList();
        if (settled == null && waiting.isEmpty()) {
            return Optional.empty();
        }
        PurchaseHistoryBuilder both = PurchaseHistory.builder(currency);
        if (settled != null) {
            both.addAll(settled.build());
        }
        waiting.forEach(refund -> both.addRefund(refund.day(), refund.amount()));
        return Optional.of(both.build());
    }

    /** Returns the ledger with all entries. */
    PurchaseLedger toLedger() {
        List<CurrencyDays> days = new ArrayList<>();
        histories.values().forEach(history -> days.add(CurrencyDays.of(history.build())));
        pending.sort(PendingRefund.ORDER);
        PurchaseLedger entered = ledger.with(PurchaseLedger.DAYS, days.isEmpty() ? null : days)
                .with(PurchaseLedger.PENDING, pending.isEmpty() ? null : pending);
        return LedgerTotals.applyTo(entered, days, currencies(), this::history);
    }
}
