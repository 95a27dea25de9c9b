package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices, log-ins and shared values, on every database. */
@ParameterizedClass
@EnumSource(Store.class)
class IdentifiedPersonsTest extends StoredTest {

    IdentifiedPersonsTest(Store store) {
        super(store);
    }

    private Identified identify(SourceRecord record) {
        return b2c.identity().identify(record);
    }

    private static SourceRecord visit() {
        return SourceRecord.sighting("web");
    }

    @Test
    void an_anonymous_visit_a_log_in_and_a_second_device_are_one_person() {
        Identified visit = identify(visit().device("d-1"));
        Identified logIn = identify(visit().device("d-1").user("ana"));
        Identified elsewhere = identify(visit().device("d-2"));
        Identified second = identify(visit().device("d-2").user("ana"));

        assertThat(visit.outcome()).isEqualTo(IdentityOutcome.CREATED);
        assertThat(logIn.outcome()).isEqualTo(IdentityOutcome.MATCHED);
        assertThat(elsewhere.outcome()).isEqualTo(IdentityOutcome.CREATED);
        assertThat(second.outcome()).isEqualTo(IdentityOutcome.MERGED);
        assertThat(second.person()).isEqualTo(visit.person()).isEqualTo(logIn.person());
        assertThat(b2c.persons().all().count()).isEqualTo(1);
        assertThat(b2c.identity().records(elsewhere.person())).hasSize(4);
        assertThat(b2c.identity().decisions(visit.person())).hasSize(1);
    }

    @Test
    void purchases_made_before_a_log_in_are_with_the_person() {
        Identified visit = identify(visit().device("d-2"));
        b2c.purchases().record(Purchase.of("web", "o-1", visit.subject(), gbp("12"), NOW.minusSeconds(60)));
        Identified known = identify(visit().device("d-1").user("ana"));
        identify(visit().device("d-2").user("ana"));

        assertThat(b2c.purchases().byPerson(known.person()).count()).isEqualTo(1);
        assertThat(b2c.purchases().ledger(known.person()).orElseThrow().require(PurchaseLedger.PURCHASES))
                .isEqualTo(1);
    }

    @Test
    void a_shared_tablet_with_twenty_log_ins_is_twenty_persons() {
        Set<Id<Person>> persons = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            persons.add(identify(visit().device("tablet").user("user-" + i)).person());
        }
        Identified anonymous = identify(visit().device("tablet"));

        assertThat(persons).hasSize(20);
        assertThat(b2c.persons().all().count()).isEqualTo(21);
        assertThat(persons).doesNotContain(anonymous.person());
    }

    @Test
    void a_placeholder_of_a_thousand_users_links_nobody() {
        List<SourceRecord> records = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> SourceRecord.of("app", "u" + i).user("anonymous").device("phone-" + i))
                .toList();
        b2c.identity().identifyAll(records);

        assertThat(b2c.persons().all().count()).isEqualTo(1000);
        assertThat(identify(visit().user("anonymous")).outcome()).isEqualTo(IdentityOutcome.REFUSED);
    }

    @Test
    void an_address_that_turns_out_to_be_a_shops_joins_nobody_any_more() {
        List<String> names = List.of("Adam", "Berg", "Costa", "Dietz", "Evans", "Ferri", "Gomez", "Hahn");
        Set<Id<Person>> first = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            first.add(identify(customer(i, names.get(i / 5) + i % 5)).person());
        }
        for (int i = 0; i < 40; i++) {
            identify(customer(i, names.get(i / 5) + "xyzvw".charAt(i % 5)));
        }
        assertThat(first).hasSize(1);
        assertThat(b2c.persons().all().count()).isEqualTo(40);
        assertThat(b2c.identity().genericValues().count()).isEqualTo(1);
    }

    @Test
    void persons_who_were_there_before_records_came_are_records_too_once() {
        Person ana = person("Ana Silva");
        Person rui = person("Rui Lopes");

        assertThat(b2c.identity().captureEntered(b2c.persons().all())).isEqualTo(2);
        assertThat(b2c.identity().captureEntered(b2c.persons().all())).isZero();
        b2c.persons().save(b2c.persons().get(ana.id()).with(Person.GENDER, "f"));
        assertThat(b2c.identity().captureEntered(b2c.persons().all())).isEqualTo(1);

        assertThat(b2c.persons().all().count()).isEqualTo(2);
        assertThat(b2c.persons().get(ana.id()).get(Person.GENDER)).isEqualTo("f");
        assertThat(b2c.identity().records(rui.id()))
                .singleElement()
                .matches(SourceRecord::isByHand)
                .matches(record -> record.person().equals(Optional.of(rui.id())));
    }

    @Test
    void the_records_of_a_value_that_many_share_are_read_no_more() {
        for (int i = 0; i < 60; i++) {
            identify(customer(i, "xyzvw".charAt(i % 5) + "olm" + i));
        }

        assertThat(b2c.identity().genericValues().page(10).items())
                .singleElement()
                .matches(value -> value.getOrDefault(GenericValue.CROWDED, false));
        assertThat(b2c.persons().all().count()).isEqualTo(60);
    }

    private static SourceRecord customer(int number, String family) {
        return SourceRecord.of("till", "c" + number)
                .name(PersonName.of("abcdefgh".charAt(number % 8) + "na", family))
                .email("shop@example.com");
    }
}
