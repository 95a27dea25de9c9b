package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.record.Statement;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.Consent;
import dev.clientele.core.customer.ConsentChannel;
import dev.clientele.core.customer.ConsentPurpose;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random records about one person, and random edits of it. */
record RandomPeople(Random random) {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> SOURCES = List.of("shop", "crm", "app");
    private static final List<String> NAMES = List.of("Ana", "Anna", "Bo", "Cy");
    private static final List<String> FAMILIES = List.of("Silva", "Chen", "Da Silva");

    SurvivorshipRules rules() {
        SurvivorshipRules rules = SurvivorshipRules.standard();
        for (var field : List.of(
                Person.NAME, Person.BIRTH_DATE, Person.CONTACT_POINTS, Person.ADDRESSES, Person.TAGS, Person.GENDER)) {
            FieldRule rule = FieldRule.of(field, one(List.of(SurvivorshipChoice.values())));
            rule = chance() ? rule.trusting("app", "shop") : rule;
            rules = rules.with(chance() ? rule.withoutHandFirst() : rule);
        }
        return chance() ? rules.trusting("crm") : rules;
    }

    List<SourceRecord> records(int most) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            Instant when = START.plusSeconds(random.nextInt(20));
            if (random.nextInt(4) == 0) {
                records.add(SourceRecord.sighting("web").device("d" + i).arrived(when));
                continue;
            }
            SourceRecord record = SourceRecord.of(one(SOURCES), Integer.toString(records.size()));
            record = said(record, edit(edit(Person.TYPE.newEntity())));
            if (chance()) {
                record = record.identifier(Identifier.verified(IdentifierType.USER, "u"));
            }
            record = record.arrived(when);
            records.add(
                    chance()
                            ? record.plus(
                                    said(record, edit(record.said())).arrived(START.plusSeconds(random.nextInt(20))))
                            : record);
        }
        return records;
    }

    private static SourceRecord said(SourceRecord record, Person person) {
        Statement before = record.statement();
        return record.with(
                SourceRecord.STATEMENT,
                new Statement(
                        before.saidAt(),
                        before.identifiers(),
                        before.attributes(),
                        Person.TYPE.toJson(person),
                        before.edits()));
    }

    /** Returns a person after some edits. */
    Person edit(Person person) {
        Person edited = person;
        for (int i = random.nextInt(4); i >= 0; i--) {
            edited = editOnce(edited);
        }
        return edited;
    }

    private Person editOnce(Person person) {
        return switch (random.nextInt(12)) {
            case 0 -> person.withName(PersonName.of(one(NAMES), one(FAMILIES)));
            case 1 -> person.with(Person.FAMILY_NAME, one(FAMILIES));
            case 2 -> person.with(Person.BIRTH_DATE, chance() ? null : LocalDate.of(1980 + random.nextInt(3), 1, 1));
            case 3 -> person.with(Person.GENDER, chance() ? null : one(List.of("f", "m")));
            case 4, 5 -> person.withContactPoint(point());
            case 6 ->
                person.withContactPoints(
                        new ContactPoints(withoutOne(person.contactPoints().points())));
            case 7 ->
                person.withContactPoints(
                        new ContactPoints(shuffled(person.contactPoints().points())));
            case 8 -> person.withAddresses(shuffled(withAnother(person.addresses(), address())));
            case 9 -> person.withAddresses(withoutOne(person.addresses()));
            case 10 ->
                person.withConsent(Consent.given(
                        ConsentPurpose.MARKETING,
                        ConsentChannel.EMAIL,
                        START.plusSeconds(random.nextInt(4)),
                        one(SOURCES)));
            default -> {
                Set<String> tags = new TreeSet<>(person.getOrDefault(Person.TAGS, Set.of()));
                String tag = one(List.of("vip", "press", "new"));
                if (!tags.add(tag)) {
                    tags.remove(tag);
                }
                yield person.with(Person.TAGS, tags).withExternalId("old", Integer.toString(random.nextInt(3)));
            }
        };
    }

    private ContactPoint point() {
        String name = one(List.of("ana", "bo", "Ana", "cy"));
        ContactPoint point = random.nextInt(3) == 0
                ? ContactPoint.phone("+44 20 7946 001" + random.nextInt(3))
                : ContactPoint.email(name + "@example.com");
        return point.withPrimary(chance()).withVerified(chance());
    }

    private PostalAddress address() {
        return PostalAddress.builder(Country.of("GB"))
                .line(one(List.of("1 High St", "1 HIGH ST", "2 Low Rd", "3 Mid Ln")))
                .city(one(List.of("Leeds", "York")))
                .build();
    }

    /** Returns whether a point may stand in a person: one that people edited has what they wrote, but for being verified since. */
    boolean countsAfter(ContactPoint point, ContactPoints before, ContactPoints edited) {
        return edited.points().stream()
                .filter(point::matches)
                .filter(entered -> !before.points().contains(entered))
                .allMatch(entered -> point.original().equals(entered.original())
                        && point.primary() == entered.primary()
                        && (point.verified() || !entered.verified()));
    }

    private <E> E one(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private <E> List<E> shuffled(List<E> elements) {
        List<E> shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private <E> List<E> withoutOne(List<E> elements) {
        List<E> rest = new ArrayList<>(elements);
        if (!rest.isEmpty()) {
            rest.remove(random.nextInt(rest.size()));
        }
        return rest;
    }

    private static List<PostalAddress> withAnother(List<PostalAddress> addresses, PostalAddress another) {
        List<PostalAddress> all = new ArrayList<>(addresses);
        all.removeIf(each -> each.key().equals(another.key()));
        all.add(another);
        return all;
    }
}
