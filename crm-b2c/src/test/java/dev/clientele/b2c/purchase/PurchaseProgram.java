package dev.clientele.b2c.purchase;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import dev.clientele.testing.ProcessRace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * A till that sells to the same customers as others beside it, takes the same goods back, and reports some orders that the others
 * report too. It ends with 0 if nothing was refused.
 */
final class PurchaseProgram {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final int CUSTOMERS = 4;
    static final int ORDERS = 5;

    private static final Money POUND = Money.parse("GBP 1");

    private PurchaseProgram() {}

    static B2c open(Storage storage) {
        return B2c.in(Crm.on(storage)
                .types(B2c.types())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()
                .session(TenantId.of("acme"), Actor.process("till")));
    }

    /** Returns the customers, as whoever asks first has stored them; the first is a guest whom all tills sell to. */
    static List<Person> customers(B2c b2c) {
        return b2c.persons()
                .addMissing(IntStream.range(0, CUSTOMERS)
                        .mapToObj(i ->
                                Person.named(PersonName.of("Customer " + i)).from("shop", "customer-" + i))
                        .toList());
    }

    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        try (Storage storage = DatabaseKind.openPlace(arguments[0])) {
            B2c b2c = open(storage);
            ProcessRace.awaitStart();
            List<Person> customers = customers(b2c);
            b2c.purchases().share(customers.get(0).id());
            for (int order = 0; order < ORDERS; order++) {
                for (Person customer : customers) {
                    sell(b2c, customer, number, order);
                }
            }
        }
    }

    /** Records an order of one's own, the refund of another till's, and an order that all tills report. */
    private static void sell(B2c b2c, Person customer, int number, int order) {
        int other = (number + 1) % ProcessRace.PROCESSES;
        b2c.purchases().record(purchase(customer, number + "-" + order));
        b2c.purchases()
                .record(Purchase.refund("refunds", key(customer, other + "-" + order), customer.id(), POUND, NOW)
                        .withOriginal("shop", key(customer, other + "-" + order)));
        b2c.purchases().record(purchase(customer, "common-" + order));
    }

    private static Purchase purchase(Person customer, String order) {
        return Purchase.of("shop", key(customer, order), customer, POUND, NOW.minus(Duration.ofDays(20)));
    }

    private static String key(Person customer, String order) {
        return customer.require(Person.SOURCE_KEY).replace(':', '-') + "-" + order;
    }
}
