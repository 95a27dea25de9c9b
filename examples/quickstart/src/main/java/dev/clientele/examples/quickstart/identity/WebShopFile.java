package dev.clientele.examples.quickstart.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.examples.quickstart.load.StableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The file of a web shop, made from consumers with a seed: the same at every run. Some are in it twice, some are strangers; customer
 * numbers are the web shop's own, and values are misspelt, swapped, outdated or missing. Immutable.
 */
public final class WebShopFile {

    /** The name of the web shop as a source. */
    public static final String SOURCE = "webshop";

    /** The number of consumers who are known before the file comes. */
    public static final int KNOWN = 800;

    private static final int SHARED = 400;
    private static final int STRANGERS = 60;
    private static final double TWICE = 0.1;
    private static final long SEED = 41;

    private final List<Person> known;
    private final List<WebShopRecord> records;

    private WebShopFile(List<Person> known, List<WebShopRecord> records) {
        this.known = known;
        this.records = records;
    }

    /** Makes the file from the consumers that a session sees. */
    public static WebShopFile of(CrmSession consumers) {
        List<Person> all;
        try (Stream<Person> persons = consumers.repository(Person.TYPE).all().sortedBy(Person.SOURCE_KEY).stream()) {
            all = persons.limit(KNOWN + STRANGERS).toList();
        }
        List<Person> known = all.subList(0, KNOWN);
        List<Person> customers = new ArrayList<>(known.subList(0, SHARED));
        customers.addAll(all.subList(KNOWN, all.size()));
        Random random = new Random(SEED);
        Misspelling misspelling = new Misspelling(random);
        List<WebShopRecord> records = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            Person person = customers.get(i);
            PostalAddress elsewhere =
                    customers.get(random.nextInt(customers.size())).addresses().get(0);
            records.add(record(records.size(), person, elsewhere, misspelling));
            if (misspelling.happens(TWICE)) {
                records.add(record(records.size(), person, elsewhere, misspelling));
            }
        }
        return new WebShopFile(List.copyOf(known), List.copyOf(records));
    }

    private static WebShopRecord record(int number, Person person, PostalAddress elsewhere, Misspelling misspelling) {
        String externalId = String.format(Locale.ROOT, "w%04d", number);
        SourceRecord record = SourceRecord.of(SOURCE, externalId).withId(StableId.of(SOURCE, externalId));
        String given = misspelling.text(person.require(Person.GIVEN_NAME));
        String family = misspelling.text(person.require(Person.FAMILY_NAME));
        record = record.name(misspelling.happens(0.04) ? PersonName.of(family, given) : PersonName.of(given, family));
        if (!misspelling.happens(0.25)) {
            record = record.birthDate(misspelling.day(person.require(Person.BIRTH_DATE)));
        }
        if (!misspelling.happens(0.15)) {
            PostalAddress home =
                    misspelling.happens(0.2) ? elsewhere : person.addresses().get(0);
            record = record.address(misspelt(home, misspelling));
        }
        List<ContactPoint> phones = person.contactPoints().points();
        if (!phones.isEmpty() && misspelling.happens(0.3)) {
            record = record.contactPoint(phones.get(0));
        }
        return new WebShopRecord(number, record, person.require(Person.SOURCE_KEY));
    }

    private static PostalAddress misspelt(PostalAddress home, Misspelling misspelling) {
        PostalAddress.Builder written = PostalAddress.builder(home.country())
                .line(misspelling.text(home.lines().get(0)));
        if (home.city() != null) {
            written.city(misspelling.text(home.city()));
        }
        if (home.postalCode() != null) {
            written.postalCode(home.postalCode());
        }
        return written.build();
    }

    /** Returns the consumers who are known before the file comes. */
    public List<Person> known() {
        return known;
    }

    /** Returns the records in the order of the file. */
    public List<WebShopRecord> records() {
        return records;
    }
}
