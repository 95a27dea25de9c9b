package dev.clientele.b2c.identity.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of persons that follow from records, with random records, rules and edits by hand. */
class SurvivorshipPropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Property(tries = 300)
    void the_order_of_the_records_does_not_matter(@ForAll("cases") RandomPeople people) {
        List<SourceRecord> records = people.records(6);
        SurvivorshipRules rules = people.rules();
        Person person = PersonProjection.project(stored(1), records, rules);
        List<SourceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, people.random());

        assertThat(PersonProjection.project(stored(1), shuffled, rules)).isEqualTo(person);
    }

    @Property(tries = 300)
    void a_person_can_be_stored_and_stays_the_same_when_it_is_computed_again(@ForAll("cases") RandomPeople people) {
        List<SourceRecord> records = people.records(6);
        SurvivorshipRules rules = people.rules();

        Person person = PersonProjection.project(stored(1), records, rules);

        assertThat(Person.TYPE.validate(person)).isEmpty();
        assertThat(PersonProjection.project(person, records, rules)).isEqualTo(person);
        assertThat(HandEdits.capture(person, Optional.empty(), NOW)).isEmpty();
    }

    @Property(tries = 500)
    void what_people_edit_stands_in_the_person_as_they_edited_it(@ForAll("cases") RandomPeople people) {
        List<SourceRecord> records = people.records(4);
        SurvivorshipRules rules = SurvivorshipRules.standard();
        Person person = PersonProjection.project(stored(1), records, rules);
        Optional<SourceRecord> entered = Optional.empty();
        for (int i = 1; i <= 4; i++) {
            Person before = person;
            Person edited = people.edit(person);
            entered = HandEdits.capture(edited, entered, NOW.plusSeconds(i)).or(optional(entered));
            List<SourceRecord> all = new ArrayList<>(records);
            entered.ifPresent(all::add);

            person = PersonProjection.project(edited, all, rules);

            assertThat(Person.TYPE.toJson(entered(person, before)))
                    .isEqualTo(Person.TYPE.toJson(entered(edited, before)));
            assertThat(HandEdits.capture(person, entered, NOW.plusSeconds(90))).isEmpty();
        }
    }

    @Property(tries = 300)
    void what_people_edit_stays_whatever_else_arrives(@ForAll("cases") RandomPeople people) {
        List<SourceRecord> records = people.records(3);
        SurvivorshipRules rules = SurvivorshipRules.standard();
        Person before = PersonProjection.project(stored(1), records, rules);
        Person edited = people.edit(before);
        Optional<SourceRecord> entered = HandEdits.capture(edited, Optional.empty(), NOW);
        List<SourceRecord> all = new ArrayList<>(records);
        entered.ifPresent(all::add);
        all.addAll(people.records(3));

        Person after = PersonProjection.project(edited, all, rules);

        if (!before.find(Person.NAME).equals(edited.find(Person.NAME))) {
            assertThat(after.find(Person.NAME)).isEqualTo(edited.find(Person.NAME));
        }
        if (!before.find(Person.GENDER).equals(edited.find(Person.GENDER))) {
            assertThat(after.find(Person.GENDER)).isEqualTo(edited.find(Person.GENDER));
        }
        Set<String> tags = after.getOrDefault(Person.TAGS, Set.of());
        before.getOrDefault(Person.TAGS, Set.of()).stream()
                .filter(tag -> !edited.getOrDefault(Person.TAGS, Set.of()).contains(tag))
                .forEach(tag -> assertThat(tags).doesNotContain(tag));
        edited.getOrDefault(Person.TAGS, Set.of()).stream()
                .filter(tag -> !before.getOrDefault(Person.TAGS, Set.of()).contains(tag))
                .forEach(tag -> assertThat(tags).contains(tag));
        for (ContactPoint point : before.contactPoints()) {
            if (edited.contactPoints().points().stream().noneMatch(point::matches)) {
                assertThat(after.contactPoints().points()).noneMatch(point::matches);
            }
        }
        assertThat(after.contactPoints().points())
                .allMatch(point -> people.countsAfter(point, before.contactPoints(), edited.contactPoints()));
    }

    @Property(tries = 300)
    void a_person_that_people_added_is_what_they_entered(@ForAll("cases") RandomPeople people) {
        Person added = people.edit(people.edit(people.edit(stored(1).with(Person.NAME, "Ana Silva"))));
        SourceRecord entered = HandEdits.capture(added, Optional.empty(), NOW).orElseThrow();

        Person person = PersonProjection.project(added, List.of(entered), SurvivorshipRules.standard());

        assertThat(person.without(Person.PROJECTED)).isEqualTo(added);
    }

    @Property(tries = 300)
    void two_persons_that_become_one_and_two_again_have_what_was_entered_about_each(
            @ForAll("cases") RandomPeople people) {
        SurvivorshipRules rules = SurvivorshipRules.standard();
        Person ana = people.edit(people.edit(stored(1).with(Person.NAME, "Ana Silva")));
        Person bo = people.edit(people.edit(stored(2).with(Person.NAME, "Bo Chen")));
        SourceRecord enteredAna = HandEdits.capture(ana, Optional.empty(), NOW).orElseThrow();
        SourceRecord enteredBo =
                HandEdits.capture(bo, Optional.empty(), NOW.plusSeconds(1)).orElseThrow();

        Person both = PersonProjection.project(ana, List.of(enteredAna, enteredBo), rules);

        assertThat(both.require(Person.NAME)).isEqualTo(bo.require(Person.NAME));
        assertThat(both.getOrDefault(Person.TAGS, Set.of()))
                .containsAll(ana.getOrDefault(Person.TAGS, Set.of()))
                .containsAll(bo.getOrDefault(Person.TAGS, Set.of()));
        assertThat(PersonProjection.project(both, List.of(enteredAna), rules).without(Person.PROJECTED))
                .isEqualTo(ana);
        assertThat(PersonProjection.project(bo, List.of(enteredBo), rules).without(Person.PROJECTED))
                .isEqualTo(bo);
    }

    /**
     * A person without what the machine wrote, and without what a record may say of a point that people entered: one that they added
     * may be verified already, and instead of one that they took away another may be primary.
     */
    private static Person entered(Person person, Person before) {
        List<ContactPoint> points = new ArrayList<>();
        for (ContactPoint point : person.contactPoints()) {
            List<ContactPoint> was = before.contactPoints().points();
            ContactPoint left = point.withPrimary(false);
            if (was.stream().noneMatch(point::matches)) {
                points.add(point.withVerified(false));
            } else {
                points.add(was.stream().anyMatch(each -> each.withPrimary(false).equals(left)) ? left : point);
            }
        }
        return person.without(Person.PROJECTED).withContactPoints(new ContactPoints(points));
    }

    private static Supplier<Optional<SourceRecord>> optional(Optional<SourceRecord> record) {
        return () -> record;
    }

    private static Person stored(int number) {
        return Person.TYPE.newEntity().withId(Id.of(new UUID(0, number)));
    }

    @Provide
    Arbitrary<RandomPeople> cases() {
        return Arbitraries.longs().map(seed -> new RandomPeople(new Random(seed)));
    }
}
