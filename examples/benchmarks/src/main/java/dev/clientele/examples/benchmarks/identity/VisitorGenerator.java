package dev.clientele.examples.benchmarks.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;

/** Two records of each of any number of people, with about eight attributes: what a shop knows, and what an app does. */
final class VisitorGenerator {

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final String[] GIVEN = {"Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo"};
    private static final String[] FAMILY = {"Silva", "Chen", "Dorn", "Evans", "Frost", "Gray", "Hill", "Ivers"};
    private static final String[] CITIES = {"Leeds", "York", "Porto", "Lyon", "Ghent", "Turin", "Graz"};

    private VisitorGenerator() {}

    static String email(int person) {
        return "visitor." + person + "@mail" + person % 97 + ".example";
    }

    static SourceRecord shop(int person) {
        return named("shop", person)
                .birthDate(LocalDate.of(1950 + person % 50, 1 + person % 12, 1 + person % 28))
                .address(PostalAddress.builder(Country.of("GB"))
                        .line(1 + person % 200 + " High Street")
                        .city(CITIES[person % CITIES.length])
                        .postalCode("LS" + person % 30 + " " + person % 10 + "AB")
                        .build());
    }

    static SourceRecord app(int person) {
        return named("app", person).device("device-" + Integer.toHexString(person * 0x9e3779b9));
    }

    private static SourceRecord named(String source, int person) {
        return SourceRecord.of(source, Integer.toString(person))
                .said(FIRST.plusSeconds(person))
                .name(PersonName.of(GIVEN[person % GIVEN.length], FAMILY[person / 10 % FAMILY.length]))
                .email(email(person))
                .phone("+4420" + (70_000_000 + person));
    }
}
