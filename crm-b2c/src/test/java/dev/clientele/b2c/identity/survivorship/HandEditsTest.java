package dev.clientele.b2c.identity.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Edits of people are a source of their own. */
class HandEditsTest {

    private static final SurvivorshipRules STANDARD = SurvivorshipRules.standard();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SourceRecord SHOP = SourceRecord.of("shop", "7")
            .said(NOW.minusSeconds(60))
            .name(PersonName.of("Ana", "Silva"))
            .email("ana@example.com")
            .birthDate(LocalDate.of(1984, 5, 2))
            .saying(Person.TAGS, Set.of("new", "vip"));

    @Test
    void nothing_was_entered_where_the_machine_wrote_last() {
        assertThat(HandEdits.capture(ana(), Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void a_name_that_people_mend_stays_when_the_shop_sends_the_old_one_again() {
        Person mended = ana().with(Person.FAMILY_NAME, "Chen");
        SourceRecord entered = capture(mended, Optional.empty());

        SourceRecord again = SHOP.said(NOW.plusSeconds(60));
        Person person = PersonProjection.project(mended, List.of(again, entered), STANDARD);

        assertThat(person.require(Person.NAME)).isEqualTo("Ana Chen");
        assertThat(entered.said().find(Person.BIRTH_DATE)).isEmpty();
    }

    @Test
    void a_field_that_people_empty_stays_empty() {
        Person emptied = ana().without(Person.BIRTH_DATE);
        SourceRecord entered = capture(emptied, Optional.empty());

        assertThat(PersonProjection.project(emptied, List.of(SHOP, entered), STANDARD)
                        .find(Person.BIRTH_DATE))
                .isEmpty();
    }

    @Test
    void an_address_that_people_remove_stays_removed_until_they_enter_it_again() {
        Person removed = ana().withContactPoints(ContactPoints.none());
        SourceRecord entered = capture(removed, Optional.empty());
        Person without = PersonProjection.project(removed, List.of(SHOP, entered), STANDARD);

        assertThat(without.contactPoints()).isEmpty();
        assertThat(SourceRecord.TYPE.toJson(entered).toString()).doesNotContain("ana@example.com");

        Person back = without.withContactPoint(ContactPoint.email("ana@example.com"));
        SourceRecord more = capture(back, Optional.of(entered));
        assertThat(PersonProjection.project(back, List.of(SHOP, more), STANDARD).contactPoints())
                .hasSize(1);
    }

    @Test
    void a_rule_may_take_what_people_entered_as_one_source_among_others() {
        SurvivorshipRules rules = STANDARD.with(
                FieldRule.of(Person.NAME, SurvivorshipChoice.MOST_RECENT).withoutHandFirst());
        Person mended = ana().with(Person.FAMILY_NAME, "Chen");
        SourceRecord entered = capture(mended, Optional.empty());

        assertThat(PersonProjection.project(mended, List.of(SHOP, entered), rules)
                        .require(Person.NAME))
                .isEqualTo("Ana Chen");
        assertThat(PersonProjection.project(mended, List.of(SHOP.said(NOW.plusSeconds(60)), entered), rules)
                        .require(Person.NAME))
                .isEqualTo("Ana Silva");
    }

    @Test
    void of_two_persons_that_become_one_the_value_that_was_entered_last_counts_field_by_field() {
        Person one = person(2).with(Person.NAME, "Ana").with(Person.GENDER, "f");
        SourceRecord first = capture(one, Optional.empty());
        Person other = person(3).with(Person.NAME, "Bo").with(Person.GENDER, "m");
        SourceRecord second =
                HandEdits.capture(other, Optional.empty(), NOW.plusSeconds(1)).orElseThrow();
        Person written = PersonProjection.project(one, List.of(first), STANDARD);
        SourceRecord later = HandEdits.capture(written.with(Person.GENDER, "x"), Optional.of(first), NOW.plusSeconds(2))
                .orElseThrow();

        Person both = PersonProjection.project(written, List.of(later, second), STANDARD);

        assertThat(both.require(Person.NAME)).isEqualTo("Bo");
        assertThat(both.require(Person.GENDER)).isEqualTo("x");
    }

    @Test
    void what_the_machine_wrote_into_another_person_is_entered_by_whoever_copies_it() {
        Person copy = person(4).with(Person.NAME, "Ana Silva").with(Person.PROJECTED, ana().get(Person.PROJECTED));

        SourceRecord entered = capture(copy, Optional.empty());

        assertThat(entered.said().require(Person.NAME)).isEqualTo("Ana Silva");
    }

    private static SourceRecord capture(Person person, Optional<SourceRecord> before) {
        return HandEdits.capture(person, before, NOW).orElseThrow();
    }

    private static Person ana() {
        return PersonProjection.project(person(1), List.of(SHOP), STANDARD);
    }

    private static Person person(int number) {
        return Person.TYPE.newEntity().withId(Id.of(new UUID(0, number)));
    }
}
