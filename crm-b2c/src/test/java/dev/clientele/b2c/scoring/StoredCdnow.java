package dev.clientele.b2c.scoring;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.core.customer.PersonName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Loads the CDNOW sample as a host would: persons first, then their purchases in the order of the file, in batches. */
final class StoredCdnow {

    private static final int BATCH = 1000;

    private StoredCdnow() {}

    static void load(B2c b2c) {
        List<String[]> rows = SharedFolder.lines("data/cdnow/CDNOW_sample.txt").stream()
                .map(line -> line.trim().split("\\s+"))
                .toList();
        Map<String, Person> persons = new HashMap<>();
        List<Person> named = rows.stream()
                .map(row -> row[1])
                .distinct()
                .map(id -> Person.named(PersonName.of("Customer " + id)).from("cdnow", id))
                .toList();
        for (int from = 0; from < named.size(); from += BATCH) {
            b2c.persons()
                    .addMissing(named.subList(from, Math.min(named.size(), from + BATCH)))
                    .forEach(person -> persons.put(person.require(Person.SOURCE_KEY), person));
        }
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            LocalDate day = LocalDate.parse(row[2], DateTimeFormatter.BASIC_ISO_DATE);
            purchases.add(Purchase.of(
                            "cdnow",
                            "line-" + (i + 1),
                            java.util.Objects.requireNonNull(persons.get("cdnow:" + row[1])),
                            Money.parse("USD " + row[4]),
                            day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                    .with(Purchase.QUANTITY, Long.valueOf(row[3])));
        }
        for (int from = 0; from < purchases.size(); from += BATCH) {
            b2c.purchases().record(purchases.subList(from, Math.min(purchases.size(), from + BATCH)));
        }
    }
}
