package dev.clientele.b2c.scoring;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Persons, half of them in Leeds, who buy over two years at a pace and with a faith that differ between them. */
final class SimulatedShop {

    private SimulatedShop() {}

    static List<Person> open(B2c b2c, CurrencyUnit currency, Instant now) {
        Random random = new Random(11);
        List<Person> drafts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            drafts.add(Person.named(PersonName.of("Person " + i))
                    .withAddresses(List.of(PostalAddress.builder(Country.of("GB"))
                            .city(i % 2 == 0 ? "Leeds" : "York")
                            .build())));
        }
        List<Person> persons = b2c.persons().addAll(drafts);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            double pace = 40 / -Math.log(random.nextDouble());
            double leaving = random.nextDouble() * random.nextDouble();
            double usual = -Math.log(random.nextDouble()) * 30 + 5;
            long day = 730L - random.nextInt(100);
            for (int n = 0; day > 0 && n < 60; n++) {
                purchases.add(Purchase.of(
                        "shop",
                        currency + "-" + i + "-" + n,
                        persons.get(i),
                        Money.ofMinor(currency, Math.round(usual * 100 * (0.5 + random.nextDouble()))),
                        now.minus(Duration.ofDays(day))));
                if (n > 0 && random.nextDouble() < leaving) {
                    break;
                }
                day -= Math.max(1, Math.round(-Math.log(random.nextDouble()) * pace));
            }
        }
        b2c.purchases().record(purchases);
        return persons;
    }
}
