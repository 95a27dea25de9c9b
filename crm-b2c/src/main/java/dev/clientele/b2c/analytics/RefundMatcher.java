package dev.clientele.b2c.analytics;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseClock;
import dev.clientele.core.entity.Id;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** Purchases once each, refunds with what they refund. Not thread-safe. */
final class RefundMatcher {

    private final CurrencyUnit currency;
    private final PurchaseClock clock;
    private final Map<String, Purchase> byKey = new TreeMap<>();

    RefundMatcher(CurrencyUnit currency, PurchaseClock clock) {
        this.currency = currency;
        this.clock = clock;
    }

    void add(Purchase purchase) {
        byKey.putIfAbsent(purchase.key(), purchase);
    }

    PurchaseBookBuilder<Id<Person>> addTo(PurchaseBookBuilder<Id<Person>> book) {
        Collection<Purchase> all = byKey.values();
        for (Purchase purchase : all) {
            if (!purchase.amount().getCurrencyUnit().equals(currency)) {
                continue;
            }
            if (purchase.isRefund()) {
                Purchase lowered = original(purchase).orElse(purchase);
                book.addRefund(purchase.person(), clock.dayOf(lowered.occurredAt()), purchase.amount());
            } else {
                book.addPurchase(purchase.person(), clock.dayOf(purchase.occurredAt()), purchase.amount());
            }
        }
        return book;
    }

    private Optional<Purchase> original(Purchase refund) {
        return refund.original()
                .map(byKey::get)
                .filter(original -> !original.isRefund() && original.person().equals(refund.person()));
    }
}
