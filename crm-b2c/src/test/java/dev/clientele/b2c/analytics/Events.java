package dev.clientele.b2c.analytics;

import dev.clientele.b2c.purchase.CountingRule;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Random purchases and refunds of a few customers over a few months, many on the same day and of the same amount. */
public final class Events {
    public static final LocalDate START = LocalDate.of(2024, 1, 10);
    public static final LocalDate END = START.plusDays(119);

    private Events() {}

    public record Event(int customer, int day, int cents, boolean refund) {}

    public static Arbitrary<List<Event>> logs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 119),
                        Arbitraries.integers().between(0, 5).map(step -> step * 150),
                        Arbitraries.of(false, false, false, true))
                .as(Event::new)
                .list()
                .ofMaxSize(60);
    }

    public static PurchaseBook<String> book(List<Event> events, CountingRule rule) {
        PurchaseBookBuilder<String> book = PurchaseBook.builder(CurrencyUnit.EUR, rule);
        for (Event event : events) {
            LocalDate day = START.plusDays(event.day());
            Money amount = Money.ofMinor(CurrencyUnit.EUR, event.cents());
            if (event.refund()) {
                book.addRefund("c" + event.customer(), day, amount);
            } else {
                book.addPurchase("c" + event.customer(), day, amount);
            }
        }
        return book.build();
    }
}
