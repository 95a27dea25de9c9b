package dev.clientele.examples.benchmarks.consumer;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes consumers and what they buy out of a seed: a name, an e-mail address, a postal address, an id of the shop. */
final class ConsumerGenerator {

    private static final String[] GIVEN = {"Ana", "Bo", "Chidi", "Dana", "Eve", "Farid", "Grace", "Hugo"};
    private static final String[] FAMILY = {"Silva", "Smith", "Okafor", "Novak", "Rossi", "Khan", "Jones"};
    private static final String[] CITIES = {"Leeds", "York", "Hull", "Derby", "Bath", "Ely"};
    private static final Instant LAST = Instant.parse("2026-06-30T12:00:00Z");

    private ConsumerGenerator() {}

    static Person person(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return Person.named(PersonName.of(
                        GIVEN[random.nextInt(GIVEN.length)], FAMILY[random.nextInt(FAMILY.length)] + " " + number))
                .from("shop", Integer.toString(number))
                .with(Person.BIRTH_DATE, LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)))
                .withContactPoints(ContactPoints.of(ContactPoint.email(email(number))))
                .withAddresses(List.of(PostalAddress.builder(Country.of("GB"))
                        .city(CITIES[random.nextInt(CITIES.length)])
                        .build()));
    }

    static String email(int number) {
        return "customer." + number + "@example.com";
    }

    /** Returns the purchases of a person within two years, 1 to 60 at a pace of their own. */
    static List<Purchase> purchases(int number, Person person) {
        SplittableRandom random = new SplittableRandom(~number);
        List<Purchase> purchases = new ArrayList<>();
        double pace = 40 / -Math.log(random.nextDouble());
        double leaving = random.nextDouble() * random.nextDouble();
        double usual = -Math.log(random.nextDouble()) * 30 + 5;
        long day = 730L - random.nextInt(100);
        for (int n = 0; day > 0 && n < 60; n++) {
            purchases.add(Purchase.of(
                    "shop",
                    number + "-" + n,
                    person,
                    Money.ofMinor(CurrencyUnit.GBP, Math.round(usual * 100 * (0.5 + random.nextDouble()))),
                    LAST.minus(Duration.ofDays(day))));
            if (n > 0 && random.nextDouble() < leaving) {
                break;
            }
            day -= Math.max(1, Math.round(-Math.log(random.nextDouble()) * pace));
        }
        return purchases;
    }
}
