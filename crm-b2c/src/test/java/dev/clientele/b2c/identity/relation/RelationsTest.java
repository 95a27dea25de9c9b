package dev.clientele.b2c.identity.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.Identified;
import dev.clientele.b2c.identity.IdentityDecision;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Households and employers, on every database. */
@ParameterizedClass
@EnumSource(Store.class)
class RelationsTest extends StoredTest {

    private static final RelationRule HOUSEHOLD = RelationRule.household().withMaxMembers(3);

    RelationsTest(Store store) {
        super(store);
    }

    private static PostalAddress home(String street) {
        return PostalAddress.builder(Country.of("GB"))
                .line(street)
                .city("Leeds")
                .postalCode("LS1 4AP")
                .build();
    }

    private static SourceRecord record(String id, String given) {
        return SourceRecord.of("shop", id).said(NOW.minusSeconds(100)).name(PersonName.of(given, "Horn"));
    }

    private Id<Person> lives(String id, String given, String street) {
        return b2c.identity().identify(record(id, given).address(home(street))).person();
    }

    private List<String> household(Id<Person> person) {
        return names(b2c.relations().members(person, "household"));
    }

    private static List<String> names(Selection<Person> persons) {
        return persons.page(10).items().stream()
                .map(Person::displayName)
                .sorted()
                .toList();
    }

    @Test
    void two_of_one_household_are_related_and_stay_two() {
        b2c.relations().setRules(List.of(HOUSEHOLD));
        Id<Person> ana = lives("1", "Ana", "12 Mill Lane");
        Id<Person> rui = lives("2", "Rui", "12, MILL LANE");
        Id<Person> eva = lives("3", "Eva", "14 Mill Lane");

        assertThat(household(ana)).containsExactly("Ana Horn", "Rui Horn");
        assertThat(household(eva)).containsExactly("Eva Horn");
        assertThat(ana).isNotEqualTo(rui);
        assertThat(b2c.persons().all().count()).isEqualTo(3);
        assertThat(b2c.identity().decisions().count()).isZero();
        assertThat(b2c.persons().get(ana).version()).isEqualTo(1);
    }

    @Test
    void what_people_edit_counts_after_a_refresh() {
        b2c.relations().setRules(List.of(HOUSEHOLD));
        Id<Person> ana = lives("1", "Ana", "12 Mill Lane");
        Person rui = b2c.persons()
                .add(Person.named(PersonName.of("Rui", "Lopes")).withAddresses(List.of(home("12 Mill Lane"))));

        assertThat(b2c.relations().refresh()).isEqualTo(1);
        assertThat(b2c.relations().refresh()).isZero();
        assertThat(household(ana)).containsExactly("Ana Horn", "Rui Lopes");

        b2c.persons().remove(b2c.persons().get(rui.id()));
        assertThat(household(ana)).containsExactly("Ana Horn");
    }

    @Test
    void who_moves_by_what_a_system_says_changes_households_at_once() {
        b2c.relations().setRules(List.of(HOUSEHOLD));
        Id<Person> ana = lives("1", "Ana", "12 Mill Lane");
        Id<Person> rui = lives("2", "Rui", "12 Mill Lane");

        b2c.identity().identify(record("2", "Rui").said(NOW).address(home("1 High Street")));

        assertThat(household(ana)).containsExactly("Ana Horn");
        assertThat(household(rui)).containsExactly("Rui Horn");
    }

    @Test
    void a_merge_joins_relations_and_its_undoing_parts_them() {
        b2c.relations().setRules(List.of(HOUSEHOLD));
        Id<Person> ana = lives("1", "Ana", "12 Mill Lane");
        lives("2", "Rui", "1 High Street");
        Identified card = b2c.identity()
                .identify(record("3", "Eva").address(home("1 High Street")).loyaltyCard("900-1"));
        IdentityDecision same = b2c.identity().same(ana, card.person());

        assertThat(household(ana)).contains("Ana Horn", "Rui Horn");
        b2c.identity().unmerge(same);

        assertThat(household(ana)).containsExactly("Ana Horn");
        assertThat(household(card.person())).containsExactly("Eva Horn", "Rui Horn");
    }

    @Test
    void a_student_hall_relates_nobody() {
        b2c.relations().setRules(List.of(HOUSEHOLD));
        Id<Person> first = lives("0", "Ana", "1 Campus Road");
        for (int i = 1; i < 4; i++) {
            lives("" + i, "Student " + "abcd".charAt(i), "1 Campus Road");
        }

        assertThat(household(first)).isEmpty();
        assertThat(b2c.relations().of(first))
                .singleElement()
                .matches(RelationGroup::generic)
                .matches(group -> group.members() == 4);
        assertThat(b2c.relations().count("household", Person.CITY.is("Leeds"))).isZero();
    }

    @Test
    void households_are_listed_by_size_and_counted_by_criteria() {
        b2c.relations().setRules(List.of(HOUSEHOLD.with(RelationPart.FAMILY_NAME)));
        lives("1", "Ana", "12 Mill Lane");
        lives("2", "Rui", "12 Mill Lane");
        lives("3", "Eva", "14 Mill Lane");

        assertThat(b2c.relations().groups("household", 1).stream().map(RelationGroup::members))
                .containsExactly(2L, 1L);
        assertThat(names(b2c.relations()
                        .members(b2c.relations().groups("household", 2).get(0))))
                .containsExactly("Ana Horn", "Rui Horn");
        assertThat(b2c.relations().count("household", Person.CITY.is("Leeds"))).isEqualTo(2);
        assertThat(b2c.relations().count("household", Person.GIVEN_NAME.is("Eva")))
                .isEqualTo(1);
    }

    @Test
    void colleagues_share_a_domain_that_is_neither_a_providers_nor_excluded() {
        b2c.relations().setRules(List.of(RelationRule.employer().withoutDomains("alumni.example")));
        Id<Person> ana = mails("1", "ana@Acme.example");
        mails("2", "rui@acme.example");
        Id<Person> eva = mails("3", "eva@gmail.com");
        mails("4", "ivo@gmail.com");
        Id<Person> pia = mails("5", "pia@alumni.example");

        assertThat(b2c.relations().members(ana, "employer").count()).isEqualTo(2);
        assertThat(b2c.relations().members(eva, "employer").count()).isZero();
        assertThat(b2c.relations().of(pia)).isEmpty();
    }

    private Id<Person> mails(String id, String address) {
        return b2c.identity()
                .identify(SourceRecord.of("news", id).email(address))
                .person();
    }

    @Test
    void rules_are_applied_to_those_who_are_there_by_a_refresh() {
        Id<Person> ana = lives("1", "Ana", "12 Mill Lane");
        b2c.relations().setRules(List.of(HOUSEHOLD));
        assertThat(household(ana)).isEmpty();
        assertThat(b2c.relations().refresh()).isEqualTo(1);
        assertThat(household(ana)).containsExactly("Ana Horn");

        b2c.relations().setRules(List.of());
        assertThat(b2c.relations().refresh()).isEqualTo(1);
        assertThat(b2c.persons().get(ana).find(Person.RELATION_KEYS)).isEmpty();
        assertThatThrownBy(() -> b2c.relations().groups("household", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
