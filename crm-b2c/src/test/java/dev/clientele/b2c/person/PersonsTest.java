package dev.clientele.b2c.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.core.customer.Consent;
import dev.clientele.core.customer.ConsentChannel;
import dev.clientele.core.customer.ConsentPurpose;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.CustomerId;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class PersonsTest extends StoredTest {

    PersonsTest(Store store) {
        super(store);
    }

    @Test
    void everything_about_a_person_comes_back_as_it_was_stored() {
        Person stored = b2c.persons().add(ana());

        Person read = b2c.persons().get(stored.id());

        assertThat(read).isEqualTo(stored);
        assertThat(read.name()).isEqualTo(PersonName.of("Ana", "Silva"));
        assertThat(read.contactPoints()).isEqualTo(stored.contactPoints());
        assertThat(read.addresses()).hasSize(2);
        assertThat(read.consent().permits(ConsentPurpose.MARKETING, ConsentChannel.EMAIL, NOW))
                .isTrue();
        assertThat(read.customerId()).isEqualTo(CustomerId.person(stored.id().value()));
    }

    @Test
    void a_person_in_text_hides_personal_data() {
        assertThat(ana().toString()).doesNotContain("Ana", "Silva", "example.com", "Leeds", "4711", "1984");
    }

    @Test
    void a_person_is_found_by_the_city_of_the_main_address() {
        b2c.persons().add(ana());
        b2c.persons().add(Person.named(PersonName.of("Bo")));

        assertThat(b2c.persons().query(Person.CITY.is("Leeds")).count()).isEqualTo(1);
        assertThat(b2c.persons().query(Person.CITY.is("Porto")).count()).isZero();
        assertThat(b2c.persons().query(Person.COUNTRY.is("GB")).count()).isEqualTo(1);
    }

    @Test
    void a_person_is_found_by_an_address_however_it_is_written() {
        Person stored = b2c.persons().add(ana());

        assertThat(b2c.persons()
                        .findByContactPoint(ContactPoint.email("ANA@EXAMPLE.COM"))
                        .first())
                .contains(stored);
        assertThat(b2c.persons()
                        .findByContactPoint(ContactPoint.phone("020 7946 0018", Country.of("GB")))
                        .first())
                .contains(stored);
    }

    @Test
    void a_person_moved_to_another_main_address_is_found_there_only() {
        Person stored = b2c.persons().add(ana());

        Person moved = b2c.persons().save(stored.withAddresses(List.of(address("PT", "Porto"))));

        assertThat(b2c.persons().query(Person.CITY.is("Leeds")).count()).isZero();
        assertThat(b2c.persons().query(Person.CITY.is("Porto")).first()).contains(moved);
    }

    @Test
    void a_city_that_is_not_the_main_address_s_is_refused() {
        assertThatThrownBy(() -> b2c.persons().add(ana().with(Person.CITY, "York")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("city")
                .hasMessageNotContaining("York");
    }

    @Test
    void loading_the_same_persons_again_adds_nothing_and_gives_those_that_are_there() {
        List<Person> batch = List.of(from("1"), from("2"), from("1"));

        List<Person> first = b2c.persons().addMissing(batch);
        List<Person> again = b2c.persons().addMissing(List.of(from("2"), from("3")));

        assertThat(first.get(2)).isEqualTo(first.get(0));
        assertThat(again.get(0)).isEqualTo(first.get(1));
        assertThat(b2c.persons().all().count()).isEqualTo(3);
        assertThat(b2c.persons().findBySource("shop", "3")).contains(again.get(1));
    }

    @Test
    void loading_a_person_without_a_source_is_refused() {
        assertThatThrownBy(() -> b2c.persons().addMissing(List.of(Person.named(PersonName.of("Bo")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source key");
    }

    @Test
    void two_persons_do_not_share_a_loyalty_number() {
        b2c.persons().add(from("1").with(Person.LOYALTY_NUMBER, "77"));

        assertThatThrownBy(() -> b2c.persons().add(from("2").with(Person.LOYALTY_NUMBER, "77")))
                .isInstanceOf(DuplicateException.class)
                .hasMessageNotContaining("77");
    }

    @Test
    void a_person_that_people_add_has_a_name() {
        assertThatThrownBy(() -> b2c.persons().add(Person.TYPE.newEntity().from("shop", "1")))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(new Violation("name", ViolationCode.REQUIRED, "is required")));
    }

    @Test
    void a_person_that_a_machine_keeps_may_have_no_name() {
        Person visitor = Person.TYPE.newEntity().with(Person.PROJECTED, ProjectedFields.none());

        Person stored = b2c.persons().add(visitor);
        Person reached = b2c.persons().save(stored.withContactPoint(ContactPoint.email("ana@example.com")));

        assertThat(stored.displayName()).isEqualTo("Unknown");
        assertThat(b2c.persons().get(stored.id()).displayName()).isEqualTo("ana@example.com");
        assertThat(reached.name()).isEqualTo(PersonName.of("ana@example.com"));
        assertThat(b2c.persons().query(Person.NAME.isMissing()).count()).isEqualTo(1);
    }

    private static Person from(String id) {
        return Person.named(PersonName.of("Person " + id)).from("shop", id);
    }

    private static Person ana() {
        return Person.named(PersonName.of("Ana", "Silva"))
                .from("shop", "4711")
                .withExternalId("newsletter", "n-12")
                .withContactPoints(ContactPoints.of(
                        ContactPoint.email("Ana@example.com").withPrimary(true),
                        ContactPoint.phone("+44 20 7946 0018"),
                        ContactPoint.web("example.com/ana")))
                .withAddresses(List.of(address("GB", "Leeds"), address("PT", "Porto")))
                .withConsent(Consent.given(
                                ConsentPurpose.MARKETING, ConsentChannel.EMAIL, NOW.minus(Duration.ofDays(9)), "form")
                        .withExpiry(NOW.plus(Duration.ofDays(9))))
                .with(Person.BIRTH_DATE, LocalDate.of(1984, 5, 2))
                .with(Person.GENDER, "F")
                .with(Person.MEMBER_CARD, "Silver")
                .with(Person.LOYALTY_NUMBER, "00417")
                .with(Person.TAGS, Set.of("vip", "press"));
    }

    private static PostalAddress address(String country, String city) {
        return PostalAddress.builder(Country.of(country))
                .line("1 High Street")
                .city(city)
                .postalCode("LS1 1AA")
                .build();
    }
}
