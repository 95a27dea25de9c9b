package dev.clientele.examples.benchmarks.memory;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Page;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Pages of purchases. */
final class PurchasePages {

    private static final int PAGES = 100;
    private static final int SIZE = 1000;

    private final B2c b2c;

    PurchasePages(CrmSession session) {
        this.b2c = B2c.in(session);
    }

    String read() {
        EventSelection<Purchase> all = b2c.purchases().all();
        EventSelection<Purchase> large = all.and(Purchase.AMOUNT.atLeast(Money.of(CurrencyUnit.EUR, 400)));
        Page<Purchase> first = all.page(50);
        EventSelection<Purchase> ofPerson =
                b2c.purchases().byPerson(first.items().get(0).person());
        return String.format(
                Locale.ROOT,
                "%,d purchases; %,d of all, %,d large ones and %,d of a person read page by page",
                all.count(),
                follow(all),
                follow(large),
                follow(ofPerson));
    }

    private static long follow(EventSelection<Purchase> selection) {
        long read = 0;
        Page<Purchase> page = selection.page(SIZE);
        for (int i = 1; i < PAGES; i++) {
            read += page.items().size();
            Optional<String> next = page.next();
            if (next.isEmpty()) {
                return read;
            }
            page = selection.page(SIZE, next.get());
        }
        return read + page.items().size();
    }
}
