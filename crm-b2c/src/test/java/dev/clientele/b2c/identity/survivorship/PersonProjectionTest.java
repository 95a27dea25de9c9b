package dev.clientele.b2c.identity.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The fields of a person follow from what several systems say. */
class PersonProjectionTest {

    private static final SurvivorshipRules STANDARD = SurvivorshipRules.standard();
    private static final Person NEW = Person.TYPE.newEntity().withId(Id.of(new UUID(0, 1)));

    @Test
    void the_whole_name_comes_from_the_record_that_gave_it_last() {
        SourceRecord shop = record("shop", 1).name(PersonName.of("Ana", "Silva"));
        SourceRecord crm = record("crm", 2).name(PersonName.of("A. Silva-Chen"));

        Person person = project(STANDARD, shop, crm);

        assertThat(person.name()).isEqualTo(PersonName.of("A. Silva-Chen"));
        assertThat(person.find(Person.GIVEN_NAME)).isEmpty();
    }

    @Test
    void the_main_address_is_that_of_one_record_and_the_others_stay() {
        SourceRecord shop = record("shop", 2).address(address("1 High St", "Leeds"));
        SourceRecord crm = record("crm", 1).address(address("2 Low Rd", "York"));

        Person person = project(STANDARD, shop, crm);

        assertThat(person.require(Person.CITY)).isEqualTo("Leeds");
        assertThat(person.addresses()).hasSize(2);
    }

    @Test
    void each_rule_chooses_in_its_own_way() {
        SourceRecord shop = record("shop", 1).saying(Person.GENDER, "f").user("ana");
        SourceRecord crm = record("crm", 2).saying(Person.GENDER, "female");
        SourceRecord app = record("app", 3).saying(Person.GENDER, "f");
        SourceRecord till = record("till", 4).saying(Person.GENDER, "x");

        assertThat(gender(SurvivorshipChoice.MOST_RECENT, shop, crm, app, till)).isEqualTo("x");
        assertThat(gender(SurvivorshipChoice.MOST_FREQUENT, shop, crm, app, till))
                .isEqualTo("f");
        assertThat(gender(SurvivorshipChoice.LONGEST, shop, crm, app, till)).isEqualTo("female");
        assertThat(gender(SurvivorshipChoice.VERIFIED_FIRST, shop, crm, app, till))
                .isEqualTo("f");
        assertThat(gender(SurvivorshipChoice.SOURCE_PRIORITY, shop, crm, app, till))
                .isEqualTo("female");
    }

    private static String gender(SurvivorshipChoice choice, SourceRecord... records) {
        FieldRule rule = FieldRule.of(Person.GENDER, choice).trusting("crm", "shop");
        return project(STANDARD.with(rule), records).require(Person.GENDER);
    }

    @Test
    void a_verified_loyalty_number_comes_before_a_later_one() {
        SourceRecord shop =
                record("shop", 1).loyaltyCard("77").identifier(Identifier.verified(IdentifierType.LOYALTY_CARD, "77"));
        SourceRecord crm = record("crm", 2).loyaltyCard("88");

        assertThat(project(STANDARD, shop, crm).require(Person.LOYALTY_NUMBER)).isEqualTo("77");
    }

    @Test
    void contact_points_add_up_and_whoever_has_verified_one_counts() {
        SourceRecord shop = record("shop", 1)
                .contactPoint(
                        ContactPoint.email("ana@example.com").withPrimary(true).withVerified(true));
        SourceRecord crm = record("crm", 2)
                .email("Ana@Example.com")
                .contactPoint(ContactPoint.email("old@example.com").withPrimary(true));

        assertThat(project(STANDARD, shop, crm).contactPoints())
                .isEqualTo(ContactPoints.of(
                        ContactPoint.email("ana@example.com").withPrimary(true).withVerified(true),
                        ContactPoint.email("old@example.com")));
    }

    @Test
    void the_key_stays_and_the_ids_of_all_other_records_are_external_ids() {
        SourceRecord shop = record("shop", 2).name(PersonName.of("Ana"));
        SourceRecord crm = record("crm", 1);
        SourceRecord visit = SourceRecord.sighting("web").device("d-1").arrived(at(0));

        assertThat(project(STANDARD, shop, crm, visit).require(Person.SOURCE_KEY))
                .isEqualTo("crm:7");
        Person kept = PersonProjection.project(NEW.from("shop", "7"), List.of(shop, crm, visit), STANDARD);

        assertThat(kept.require(Person.SOURCE_KEY)).isEqualTo("shop:7");
        assertThat(kept.require(Person.EXTERNAL_IDS)).containsExactly("crm:7");
        assertThat(PersonProjection.project(kept, List.of(crm), STANDARD).require(Person.SOURCE_KEY))
                .isEqualTo("crm:7");
    }

    @Test
    void an_anonymous_visitor_is_a_person_without_a_name() {
        Person visitor =
                project(STANDARD, SourceRecord.sighting("web").cookie("c-1").arrived(at(1)));

        assertThat(Person.TYPE.validate(visitor)).isEmpty();
        assertThat(visitor.displayName()).isEqualTo("Unknown");
        assertThat(visitor.find(Person.NAME)).isEmpty();
        assertThat(project(STANDARD, record("shop", 1).email("ana@example.com")).name())
                .isEqualTo(PersonName.of("ana@example.com"));
    }

    @Test
    void what_nobody_says_any_more_is_empty() {
        Person before = project(STANDARD, record("shop", 1).birthDate(LocalDate.of(1984, 5, 2)));

        assertThat(PersonProjection.project(before, List.of(record("shop", 2)), STANDARD)
                        .find(Person.BIRTH_DATE))
                .isEmpty();
    }

    @Test
    void of_more_than_a_person_can_have_the_most_recent_stays() {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SourceRecord record = SourceRecord.of("shop", Integer.toString(i)).email(i + "@example.com");
            Set<String> tags = Set.of("t" + i, "u" + i, "v" + i, "w" + i);
            records.add(record.saying(Person.TAGS, tags)
                    .address(address(i + " High St", "Leeds"))
                    .arrived(at(i)));
        }

        Person person = PersonProjection.project(NEW, records, STANDARD);

        assertThat(Person.TYPE.validate(person)).isEmpty();
        assertThat(person.contactPoints().points())
                .hasSize(ContactPoints.MAX_POINTS)
                .contains(ContactPoint.email("299@example.com"))
                .doesNotContain(ContactPoint.email("99@example.com"));
        assertThat(person.addresses()).hasSize(Person.MAX_ADDRESSES);
        assertThat(person.require(Person.TAGS)).hasSize(1000).contains("t299").doesNotContain("t0");
    }

    @Test
    void custom_fields_of_the_host_follow_from_records_too() {
        EntityTypeBuilder<Person> extension = Person.TYPE.extend();
        TextField<Person> shoe = extension.text("shoe_size", 10);
        EntityType<Person> type = extension.build();
        SourceRecord shop = record("shop", 1).saying(shoe, "42").email("ana@example.com");

        Person person = PersonProjection.project(type, NEW, List.of(shop), STANDARD);

        assertThat(person.find(shoe)).contains("42");
        assertThat(person.contactPoints().points()).hasSize(1);
        assertThat(PersonProjection.project(type, person, List.of(), STANDARD).find(shoe))
                .isEmpty();
    }

    @Test
    void rules_are_read_from_what_was_written_of_them() {
        SurvivorshipRules rules = STANDARD.trusting("crm", "hand")
                .with(FieldRule.of(Person.GIVEN_NAME, SurvivorshipChoice.LONGEST)
                        .withoutHandFirst());

        EntityTypeBuilder<Person> extension = Person.TYPE.extend();
        BodyField<Person, SurvivorshipRules> field = extension.structured("rules", SurvivorshipRules.class);
        EntityType<Person> type = extension.build();
        assertThat(type.fromRecorded(type.toJson(type.newEntity().with(field, rules)))
                        .require(field))
                .isEqualTo(rules);
        assertThat(rules.of(Person.NAME.name()).choice()).isEqualTo(SurvivorshipChoice.LONGEST);
    }

    private static Person project(SurvivorshipRules rules, SourceRecord... records) {
        return PersonProjection.project(NEW, List.of(records), rules);
    }

    private static SourceRecord record(String source, int day) {
        return SourceRecord.of(source, "7").said(at(day));
    }

    private static Instant at(int day) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static PostalAddress address(String line, String city) {
        return PostalAddress.builder(Country.of("GB")).line(line).city(city).build();
    }
}
