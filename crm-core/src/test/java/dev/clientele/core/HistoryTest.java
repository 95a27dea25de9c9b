package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class HistoryTest extends StoredTest {

    @Test
    void a_change_says_who_when_what_and_which_version() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        clock.forward(Duration.ofHours(1));
        crm.session(ACME, Actor.process("import")).repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, 7L));

        Change saved = vessels.history(vessel.id()).get(1);
        assertThat(saved.action()).isEqualTo(Change.Action.SAVED);
        assertThat(saved.actor()).isEqualTo(Actor.process("import"));
        assertThat(saved.at()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(saved.type()).isEqualTo("vessel");
        assertThat(saved.record()).isEqualTo(vessel.id().value());
        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.fields()).containsExactly(Map.entry("tonnage", new FieldChange(null, 7L)));
    }

    @Test
    void a_fields_history_shows_each_value_as_plain_data() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        vessel = vessels.save(vessel.with(Vessel.CHARTER, Money.parse("EUR 10.50"))
                .with(Vessel.FLAGS, Set.of("NO", "MT"))
                .with(Vessel.DRAUGHT, new BigDecimal("1.5"))
                .with(Vessel.LAST_SEEN, NOW)
                .with(Vessel.LAID_UP, true)
                .with(Vessel.KIND, Vessel.Kind.FERRY));
        vessel = vessels.save(vessel.without(Vessel.CHARTER));

        List<Change> history = vessels.history(vessel.id());
        assertThat(history.get(1).fields())
                .containsEntry(
                        "charter", new FieldChange(null, Map.of("amount", new BigDecimal("10.50"), "currency", "EUR")))
                .containsEntry("flags", new FieldChange(null, List.of("MT", "NO")))
                .containsEntry("draught", new FieldChange(null, new BigDecimal("1.50")))
                .containsEntry("last_seen", new FieldChange(null, "2026-03-01T10:00:00Z"))
                .containsEntry("laid_up", new FieldChange(null, true))
                .containsEntry("kind", new FieldChange(null, "FERRY"));
        assertThat(history.get(2).fields())
                .containsExactly(Map.entry(
                        "charter",
                        new FieldChange(Map.of("amount", new BigDecimal("10.50"), "currency", "EUR"), null)));
    }

    @Test
    void structured_values_and_notes_have_a_history_too() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.REMARKS, "one"));
        vessels.save(vessel.with(Vessel.REMARKS, "two"));

        assertThat(vessels.history(vessel.id()).get(1).field("remarks")).contains(new FieldChange("one", "two"));
    }

    @Test
    void saving_without_a_change_is_not_recorded_and_keeps_the_version() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.DRAUGHT, new BigDecimal("1.5")));

        Vessel saved = vessels.save(vessel.with(Vessel.DRAUGHT, new BigDecimal("1.50")));

        assertThat(saved.version()).isEqualTo(1);
        assertThat(vessels.history(vessel.id())).hasSize(1);
    }

    @Test
    void a_removal_records_what_was_stored_whatever_the_caller_holds() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.TONNAGE, 7L));

        vessels.remove(vessel.with(Vessel.TONNAGE, 9L));

        assertThat(vessels.history(vessel.id()).get(1).fields())
                .containsEntry("tonnage", new FieldChange(7L, null))
                .containsEntry("name", new FieldChange("Aurora", null));
    }

    @Test
    void the_history_outlives_the_record_and_goes_on_if_its_id_comes_back() {
        Vessel first = vessels.add(Vessel.named("Aurora"));
        vessels.remove(vessels.save(first.with(Vessel.TONNAGE, 1L)));
        Vessel second = vessels.add(Vessel.named("Borealis").withId(first.id()));
        vessels.save(second.with(Vessel.TONNAGE, 2L));

        assertThat(vessels.history(first.id()))
                .extracting(Change::action)
                .containsExactly(
                        Change.Action.ADDED,
                        Change.Action.SAVED,
                        Change.Action.REMOVED,
                        Change.Action.ADDED,
                        Change.Action.SAVED);
    }

    @Test
    void the_history_is_in_order_even_if_the_clock_went_back() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        for (long tonnage = 1; tonnage <= 3; tonnage++) {
            clock.forward(Duration.ofHours(-1));
            vessel = vessels.save(vessel.with(Vessel.TONNAGE, tonnage));
        }

        assertThat(vessels.history(vessel.id())).extracting(Change::version).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void several_changes_of_one_record_in_one_transaction_are_told_one_by_one() {
        Id<Vessel> id = session.inTransaction(tx -> {
            Vessel vessel = tx.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
            vessel = tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, 1L));
            vessel = tx.repository(Vessel.TYPE).save(vessel.with(Vessel.TONNAGE, 2L));
            return vessel.id();
        });

        assertThat(vessels.history(id)).extracting(Change::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_changes_text_shows_no_values() {
        Vessel vessel = vessels.add(Vessel.named("Aurora").with(Vessel.MASTER, "Ana Silva"));

        assertThat(vessels.history(vessel.id()).toString()).contains("master").doesNotContain("Silva", "Aurora");
    }

    @Test
    void a_change_too_large_to_be_recorded_is_invalid_and_not_stored() {
        Vessel large = Vessel.TYPE.newEntity().with(Vessel.NAME, "Aurora");
        List<Vessel.Berth> berths = IntStream.range(0, 50)
                .mapToObj(i -> new Vessel.Berth(
                        "x".repeat(15_000), NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(), Money.parse("EUR 1")))
                .toList();
        Vessel stored = vessels.add(large.with(Vessel.BERTHS, berths));
        List<Vessel.Berth> others = berths.stream()
                .map(berth -> new Vessel.Berth("y" + berth.port().substring(1), berth.from(), berth.fee()))
                .toList();

        assertThatThrownBy(() -> vessels.save(stored.with(Vessel.BERTHS, others)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("the change is too large");
        assertThat(vessels.get(stored.id()).version()).isEqualTo(1);
    }

    @Test
    void the_feed_gives_all_changes_in_the_order_of_their_commits() {
        Vessel aurora = vessels.add(Vessel.named("Aurora"));
        Voyage voyage = voyages.add(Voyage.of(aurora.id(), 1));
        vessels.save(aurora.with(Vessel.TONNAGE, 1L));

        assertThat(session.changes().after(Position.START, 10))
                .extracting(Change::record)
                .containsExactly(
                        aurora.id().value(), voyage.id().value(), aurora.id().value());
    }

    @Test
    void a_reader_that_goes_on_from_the_last_position_sees_each_change_once() {
        vessels.addAll(
                IntStream.range(0, 25).mapToObj(i -> Vessel.named("v" + i)).toList());

        List<Change> seen = new ArrayList<>();
        Position position = Position.START;
        List<Change> some = session.changes().after(position, 4);
        while (!some.isEmpty()) {
            seen.addAll(some);
            position = some.get(some.size() - 1).position();
            some = session.changes().after(position, 4);
        }
        vessels.add(Vessel.named("late"));
        seen.addAll(session.changes().after(position, 4));

        assertThat(seen).hasSize(26).extracting(Change::key).doesNotHaveDuplicates();
    }

    @Test
    void the_feed_is_the_tenants_own() {
        vessels.add(Vessel.named("Aurora"));
        CrmSession other = crm.session(TenantId.of("globex"), Actor.user("bob"));

        assertThat(other.changes().after(Position.START, 10)).isEmpty();
    }

    @Test
    void a_limit_out_of_range_is_a_wrong_argument() {
        assertThatThrownBy(() -> session.changes().after(Position.START, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.changes().after(Position.START, 10_001))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
