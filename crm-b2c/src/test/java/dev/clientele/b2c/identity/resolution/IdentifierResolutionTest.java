package dev.clientele.b2c.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import dev.clientele.b2c.identity.record.IdentifierRules;
import dev.clientele.b2c.identity.record.IdentifierType;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.customer.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records are linked by identifiers, the strongest first, and what can't be one person isn't. */
class IdentifierResolutionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final IdentityIndex index = new IdentityIndex(MatchPolicy.standard());

    @Test
    void a_visit_and_an_order_with_the_same_device_are_one_person() {
        IndexedIdentity order =
                index.add(record("shop", 1).email("ana@example.com").device("d-1"));
        IndexedIdentity visit = index.add(SourceRecord.sighting("web").device("d-1"));

        assertThat(visit.person()).isEqualTo(order.person());
        assertThat(order.newPerson()).isTrue();
        assertThat(visit.newPerson()).isFalse();
        assertThat(visit.changed()).containsExactly(order.person());
        assertThat(index.records(order.person())).hasSize(2);
    }

    @Test
    void a_shared_tablet_with_twenty_log_ins_is_of_twenty_persons_and_its_anonymous_visit_stays_alone() {
        IndexedIdentity visit = index.add(SourceRecord.sighting("web").device("tablet"));
        for (int i = 0; i < 20; i++) {
            index.add(SourceRecord.sighting("web").device("tablet").user("user-" + i));
        }

        assertThat(index.persons()).hasSize(21);
        assertThat(index.records(visit.person())).hasSize(1);
    }

    @Test
    void a_blocked_value_links_nobody() {
        for (int i = 0; i < 1000; i++) {
            index.add(record("app", i).user("anonymous").cookie("c-" + i));
        }

        assertThat(index.persons()).hasSize(1000);
    }

    @Test
    void forty_persons_that_a_shop_s_own_address_had_joined_come_apart_when_the_fifth_name_shows() {
        List<String> names = List.of("Ana Silva", "Bo Chen", "Cy Dorn", "Di Evans", "Ed Frost");
        for (int i = 0; i < 40; i++) {
            index.add(named(i, names.get(i % 4)));
        }
        assertThat(index.persons()).hasSize(1);

        index.add(named(40, names.get(4)));

        assertThat(index.persons()).hasSize(41);
        index.remove(new RecordRef("shop", "40"));
        assertThat(index.persons()).hasSize(1);
    }

    private static SourceRecord named(int number, String name) {
        return record("shop", number).name(PersonName.of(name)).email("shop@example.com");
    }

    @Test
    void a_person_has_no_more_values_than_the_rule_allows_within_its_period() {
        IdentifierRules rules = IdentifierRules.standard()
                .with(IdentifierRule.of(IdentifierType.DEVICE, 60).atMostPerPerson(2, Duration.ofDays(7)));
        IdentityIndex limited = new IdentityIndex(MatchPolicy.of(rules));
        limited.add(visit("d-1", "c-1", 0));
        limited.add(visit("d-2", "c-1", 1));
        limited.add(visit("d-3", "c-1", 30));
        assertThat(limited.persons()).hasSize(1);

        limited.add(visit("d-4", "c-1", 2));

        assertThat(limited.persons()).hasSize(4);
    }

    private static SourceRecord visit(String device, String cookie, int day) {
        return record("app-" + device, day)
                .said(NOW.minus(Duration.ofDays(100 - day)))
                .device(device)
                .cookie(cookie);
    }

    @Test
    void what_is_weaker_does_not_contradict_what_is_stronger() {
        IndexedIdentity ana = index.add(record("shop", 1).user("ana").email("home@example.com"));
        IndexedIdentity bo = index.add(record("shop", 2).user("bo").email("home@example.com"));
        IndexedIdentity again = index.add(record("crm", 1).user("ana").phone("+442079460018"));

        assertThat(bo.person()).isNotEqualTo(ana.person());
        assertThat(again.person()).isEqualTo(ana.person());
    }

    @Test
    void a_value_whose_holders_cannot_all_be_one_person_links_none_of_them_until_that_is_settled() {
        index.add(record("shop", 1).user("ana").email("home@example.com"));
        index.add(record("crm", 1).email("home@example.com"));
        assertThat(index.persons()).hasSize(1);

        index.add(record("shop", 2).user("bo").email("home@example.com"));
        assertThat(index.persons()).hasSize(3);

        index.remove(new RecordRef("shop", "2"));
        assertThat(index.persons()).hasSize(1);
    }

    @Test
    void a_record_that_says_something_else_leaves_the_person_that_it_was() {
        index.add(record("shop", 1).email("ana@example.com"));
        index.add(record("crm", 1).said(NOW).email("ana@example.com"));

        IndexedIdentity moved =
                index.add(record("crm", 1).said(NOW.plusSeconds(1)).email("bo@example.com"));
        IndexedIdentity late =
                index.add(record("crm", 1).said(NOW.minusSeconds(1)).email("ana@example.com"));

        assertThat(index.persons()).hasSize(2);
        assertThat(late.person()).isEqualTo(moved.person());
        assertThat(index.records(moved.person())).containsExactly(new RecordRef("crm", "1"));
    }

    @Test
    void people_decide_over_identifiers_and_may_take_it_back() {
        index.add(record("shop", 1).email("ana@example.com"));
        index.add(record("crm", 1).email("ana@example.com"));
        index.add(record("app", 1).email("bo@example.com"));
        UUID shop = IdentityIndex.idOf(new RecordRef("shop", "1"));
        UUID crm = IdentityIndex.idOf(new RecordRef("crm", "1"));
        UUID app = IdentityIndex.idOf(new RecordRef("app", "1"));
        HandDecision apart = new HandDecision(false, Set.of(shop), Set.of(crm));

        index.decide(apart);
        index.decide(new HandDecision(true, Set.of(shop), Set.of(app)));

        assertThat(index.person(new RecordRef("crm", "1"))).contains(crm);
        assertThat(index.person(new RecordRef("app", "1"))).contains(shop);
        index.withdraw(apart);
        assertThat(index.persons()).hasSize(1);
    }

    @Test
    void a_loyalty_card_of_a_family_links_four_names_and_no_fifth() {
        for (String name : List.of("Ana Silva", "Bo Silva", "Cy Silva", "Di Silva")) {
            index.add(card(name));
        }
        assertThat(index.persons()).hasSize(1);

        index.add(card("Ed Silva"));

        assertThat(index.persons()).hasSize(5);
    }

    private static SourceRecord card(String name) {
        return SourceRecord.of("shop", name)
                .name(PersonName.of(name))
                .identifier(Identifier.of(IdentifierType.LOYALTY_CARD, "77"));
    }

    private static SourceRecord record(String source, int number) {
        return SourceRecord.of(source, Integer.toString(number)).said(NOW);
    }
}
