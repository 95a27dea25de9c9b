package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions taken back, and taken by people. */
@ParameterizedClass
@EnumSource(Store.class)
class UnmergedPersonsTest extends StoredTest {

    UnmergedPersonsTest(Store store) {
        super(store);
    }

    private Identified identify(SourceRecord record) {
        return b2c.identity().identify(record);
    }

    private Identified ana() {
        return identify(
                SourceRecord.of("shop", "1").name(PersonName.of("Ana", "Silva")).email("ana@example.com"));
    }

    private Identified rui() {
        return identify(
                SourceRecord.of("shop", "2").name(PersonName.of("Rui", "Lopes")).phone("+351210000000"));
    }

    /** A till's record with the address of one and the number of the other. */
    private Identified mixed() {
        return identify(SourceRecord.of("till", "9").email("ana@example.com").phone("+351210000000"));
    }

    private Person get(Id<Person> id) {
        return b2c.persons().get(id);
    }

    @Test
    void a_wrong_merge_is_undone_whole() {
        Person ana = get(ana().person());
        Person rui = get(rui().person());
        Identified merged = mixed();
        assertThat(merged.outcome()).isEqualTo(IdentityOutcome.MERGED);
        assertThat(b2c.persons().find(rui.id())).isEmpty();

        b2c.identity().unmerge(merged.decision().orElseThrow());

        assertThat(get(rui.id()).name()).isEqualTo(rui.name());
        assertThat(get(rui.id()).contactPoints()).isEqualTo(rui.contactPoints());
        assertThat(get(rui.id()).get(Person.SOURCE_KEY)).isEqualTo("shop:2");
        assertThat(get(ana.id()).get(Person.SOURCE_KEY)).isEqualTo("shop:1");
        assertThat(b2c.identity().records(rui.id()).stream().map(SourceRecord::source))
                .contains("shop");
        assertThat(b2c.persons().all().count()).isEqualTo(2);
    }

    private void buys(Identified who, String order, String amount) {
        b2c.purchases().record(Purchase.of("shop", order, who.subject(), gbp(amount), NOW.minusSeconds(60)));
    }

    private String spent(Id<Person> person) {
        return b2c.purchases()
                .ledger(person)
                .map(ledger -> ledger.require(PurchaseLedger.SPENT).toString())
                .orElse("nothing");
    }

    @Test
    void purchases_made_before_and_after_a_wrong_merge_go_where_they_belong() {
        Identified ana = ana();
        Identified rui = rui();
        buys(ana, "o-1", "10");
        buys(rui, "o-2", "20");
        Identified merged = mixed();
        assertThat(spent(ana.person())).isEqualTo("GBP 30.00");

        buys(rui(), "o-3", "5");
        buys(ana(), "o-4", "1");
        assertThat(spent(ana.person())).isEqualTo("GBP 36.00");
        b2c.identity().unmerge(merged.decision().orElseThrow());

        assertThat(spent(ana.person())).isEqualTo("GBP 11.00");
        assertThat(spent(rui.person())).isEqualTo("GBP 25.00");
        assertThat(b2c.purchases().byPerson(rui.person()).count()).isEqualTo(2);
    }

    @Test
    void interactions_go_with_the_records_that_they_are_about() {
        Identified ana = ana();
        Identified rui = rui();
        Identified merged = mixed();
        session.timeline().record(Interaction.of(Channel.EMAIL, Direction.INBOUND, NOW, rui.subject()));
        assertThat(emails(ana.person())).isEqualTo(1);

        b2c.identity().unmerge(merged.decision().orElseThrow());

        assertThat(emails(ana.person())).isZero();
        assertThat(emails(rui.person())).isEqualTo(1);
    }

    private long emails(Id<Person> person) {
        return b2c.timeline(person).onChannel(Channel.EMAIL).count();
    }

    @Test
    void what_was_taken_back_stays_so_whatever_arrives() {
        Id<Person> ana = ana().person();
        Id<Person> rui = rui().person();
        b2c.identity().unmerge(mixed().decision().orElseThrow());

        Identified later =
                identify(SourceRecord.of("crm", "77").email("ana@example.com").phone("+351210000000"));

        assertThat(later.outcome()).isNotEqualTo(IdentityOutcome.MERGED);
        assertThat(b2c.persons().findAll(Set.of(ana, rui))).hasSize(2);
    }

    @Test
    void a_decision_is_taken_back_once() {
        ana();
        rui();
        IdentityDecision decision = mixed().decision().orElseThrow();
        b2c.identity().unmerge(decision);

        assertThatThrownBy(() -> b2c.identity().unmerge(decision))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("taken back");
    }

    @Test
    void people_make_two_persons_one_and_apart_again() {
        Id<Person> ana = ana().person();
        Id<Person> rui = rui().person();

        IdentityDecision same = b2c.identity().same(rui, ana);
        assertThat(get(ana).contactPoints().points()).hasSize(2);
        assertThat(b2c.persons().find(rui)).isEmpty();

        b2c.identity().unmerge(same);
        assertThat(get(ana).contactPoints().points()).hasSize(1);
        assertThat(get(rui).displayName()).isEqualTo("Rui Lopes");
    }

    @Test
    void what_people_forbid_the_machine_does_not() {
        Id<Person> ana = ana().person();
        Id<Person> rui = rui().person();
        IdentityDecision different = b2c.identity().forbid(ana, rui);

        assertThat(mixed().outcome()).isNotEqualTo(IdentityOutcome.MERGED);
        assertThat(b2c.persons().findAll(Set.of(ana, rui))).hasSize(2);

        b2c.identity().unmerge(different);
        b2c.identity().settlePending(100);
        assertThat(b2c.persons().all().count()).isEqualTo(1);
    }

    @Test
    void persons_whom_people_added_are_found_and_keep_what_people_wrote() {
        Person added = b2c.persons()
                .add(Person.named(PersonName.of("Ana M.", "Silva"))
                        .withContactPoint(ContactPoint.email("ana@example.com")));

        Identified found = ana();

        assertThat(found.outcome()).isEqualTo(IdentityOutcome.MATCHED);
        assertThat(found.person()).isEqualTo(added.id());
        assertThat(get(added.id()).displayName()).isEqualTo("Ana M. Silva");
        assertThat(b2c.persons().findBySource("shop", "1").map(Person::id)).contains(added.id());
    }

    @Test
    void edits_by_hand_survive_a_merge_and_its_undoing() {
        Id<Person> ana = ana().person();
        Id<Person> rui = rui().person();
        b2c.persons().save(get(ana).with(Person.GENDER, "f"));
        b2c.persons().save(get(rui).with(Person.MEMBER_CARD, "Silver"));

        IdentityDecision merged = mixed().decision().orElseThrow();
        assertThat(get(ana).get(Person.GENDER)).isEqualTo("f");
        assertThat(get(ana).get(Person.MEMBER_CARD)).isEqualTo("Silver");

        b2c.persons().save(get(ana).with(Person.TAGS, Set.of("vip")));
        b2c.identity().unmerge(merged);

        assertThat(get(ana).find(Person.MEMBER_CARD)).isEmpty();
        assertThat(get(ana).get(Person.TAGS)).containsExactly("vip");
        assertThat(get(rui).get(Person.MEMBER_CARD)).isEqualTo("Silver");
        assertThat(get(rui).find(Person.GENDER)).isEmpty();
    }

    @Test
    void a_later_statement_takes_the_place_of_the_earlier_and_links_go_with_it() {
        Identified ana = ana();
        Identified till = identify(
                SourceRecord.of("till", "5").said(NOW.minusSeconds(100)).email("ana@example.com"));
        assertThat(till.person()).isEqualTo(ana.person());

        Identified corrected =
                identify(SourceRecord.of("till", "5").said(NOW.minusSeconds(50)).email("ana.other@example.com"));

        assertThat(corrected.person()).isNotEqualTo(ana.person());
        assertThat(get(ana.person()).contactPoints().points()).hasSize(1);
    }
}
