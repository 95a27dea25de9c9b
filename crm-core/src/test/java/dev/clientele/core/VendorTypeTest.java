package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A vendor's own record and event types, through the same door as the library's. */
class VendorTypeTest extends StoredTest {

    @Test
    void every_kind_of_field_comes_back_as_it_was_stored() {
        Vessel sister = vessels.add(Vessel.named("Aurora"));
        Vessel full = Vessel.named("  Borealis ")
                .with(Vessel.IMO, "9074729")
                .with(Vessel.MASTER, "Ana Silva")
                .with(Vessel.KIND, Vessel.Kind.TANKER)
                .with(Vessel.TONNAGE, Long.MIN_VALUE)
                .with(Vessel.DRAUGHT, new BigDecimal("11.5"))
                .with(Vessel.SPEED, -0.0)
                .with(Vessel.BUILT, LocalDate.of(2009, 2, 28))
                .with(Vessel.LAST_SEEN, NOW.plusNanos(1999))
                .with(Vessel.LAID_UP, false)
                .with(Vessel.CHARTER, Money.parse("JPY 24500"))
                .with(Vessel.FLAGS, Set.of("NO", "MT"))
                .with(Vessel.SISTER, sister.id())
                .with(
                        Vessel.BERTHS,
                        List.of(new Vessel.Berth("Bergen", LocalDate.of(2026, 1, 2), Money.parse("NOK 900"))))
                .with(Vessel.REMARKS, "two\nlines");

        Vessel stored = vessels.add(full);
        Vessel read = vessels.get(stored.id());

        assertThat(read).isEqualTo(stored).hasSameHashCodeAs(stored);
        assertThat(read.get(Vessel.NAME)).isEqualTo("Borealis");
        assertThat(read.get(Vessel.LAST_SEEN)).isEqualTo(NOW.plusNanos(1000));
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void what_the_history_recorded_of_a_removed_record_reads_back_to_its_values() {
        Vessel stored = vessels.add(Vessel.named("Borealis")
                .with(Vessel.KIND, Vessel.Kind.TANKER)
                .with(Vessel.TONNAGE, Long.MIN_VALUE)
                .with(Vessel.DRAUGHT, new BigDecimal("11.5"))
                .with(Vessel.SPEED, 12.5)
                .with(Vessel.BUILT, LocalDate.of(2009, 2, 28))
                .with(Vessel.LAST_SEEN, NOW)
                .with(Vessel.LAID_UP, false)
                .with(Vessel.CHARTER, Money.parse("JPY 24500"))
                .with(Vessel.FLAGS, Set.of("NO", "MT"))
                .with(
                        Vessel.BERTHS,
                        List.of(new Vessel.Berth("Bergen", LocalDate.of(2026, 1, 2), Money.parse("NOK 900"))))
                .with(Vessel.REMARKS, "two\nlines"));
        vessels.remove(stored);
        Map<String, Object> last = new HashMap<>();
        vessels.history(stored.id())
                .get(1)
                .fields()
                .forEach((name, field) -> last.put(name, Objects.requireNonNull(field.before())));
        last.put("no_longer_declared", "something");

        Vessel read = vessels.type().fromRecorded(last);

        assertThat(read.isNew()).isTrue();
        for (Field<Vessel, ?> field : vessels.type().fields()) {
            assertThat(read.find(field)).as(field.name()).isEqualTo(stored.find(field));
        }
    }

    @Test
    void an_empty_set_is_no_value() {
        Vessel stored = vessels.add(Vessel.named("Aurora").with(Vessel.FLAGS, Set.of()));

        assertThat(stored.find(Vessel.FLAGS)).isEmpty();
        assertThat(vessels.get(stored.id())).isEqualTo(stored);
        assertThat(vessels.query(Vessel.FLAGS.isMissing()).count()).isEqualTo(1);
    }

    @Test
    void an_empty_list_and_an_empty_note_are_values() {
        Vessel stored = vessels.add(
                Vessel.named("Aurora").with(Vessel.BERTHS, List.of()).with(Vessel.REMARKS, ""));

        assertThat(vessels.get(stored.id())).isEqualTo(stored);
        assertThat(stored.find(Vessel.BERTHS)).isPresent();
    }

    @Test
    void money_is_grouped_by_its_currency() {
        vessels.addAll(List.of(
                Vessel.named("a").with(Vessel.CHARTER, Money.parse("EUR 10.10")),
                Vessel.named("b").with(Vessel.CHARTER, Money.parse("EUR 0.90")),
                Vessel.named("c").with(Vessel.CHARTER, Money.parse("USD 5"))));

        assertThat(vessels.all().aggregate(List.of(Vessel.CHARTER.currency()), List.of(Measure.count())))
                .extracting(Group::keys, group -> group.count(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("EUR"), 2L),
                        org.assertj.core.groups.Tuple.tuple(List.of("USD"), 1L));
    }

    @Test
    void the_total_of_a_field_is_zero_over_none_and_exact_beyond_64_bits() {
        assertThat(vessels.all().sum(Vessel.TONNAGE)).isEqualByComparingTo("0");
        vessels.addAll(List.of(
                Vessel.named("a").with(Vessel.TONNAGE, Long.MAX_VALUE),
                Vessel.named("b").with(Vessel.TONNAGE, Long.MAX_VALUE)));

        assertThat(vessels.all().sum(Vessel.TONNAGE)).isEqualByComparingTo("18446744073709551614");
    }

    @Test
    void the_total_of_a_real_field_is_a_doubles_and_says_when_that_is_too_small() {
        vessels.addAll(List.of(
                Vessel.named("a").with(Vessel.SPEED, 0.1), Vessel.named("b").with(Vessel.SPEED, 0.2)));
        assertThat(vessels.all().sum(Vessel.SPEED).doubleValue())
                .isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-12));

        vessels.addAll(List.of(
                Vessel.named("c").with(Vessel.SPEED, Double.MAX_VALUE),
                Vessel.named("d").with(Vessel.SPEED, Double.MAX_VALUE)));
        assertThatThrownBy(() -> vessels.all().sum(Vessel.SPEED)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_event_comes_back_as_it_was_recorded_with_who_and_when() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        Sighting sighting = Sighting.of(vessel.id(), NOW.minusSeconds(60), Sighting.Station.HARBOUR)
                .with(Sighting.KNOTS, 12.5)
                .with(Sighting.OBSERVER, "Ana Silva")
                .withExternalId("radar", "77");

        EventLog<Sighting> log = session.eventLog(Sighting.TYPE);
        assertThat(log.record(sighting)).isTrue();
        Sighting read = log.forSubject(vessel.id().value()).page(1).items().get(0);

        assertThat(read).isEqualTo(sighting).hasSameHashCodeAs(sighting);
        assertThat(read.key()).isEqualTo("radar:77");
        assertThat(read.recordedAt()).contains(NOW);
        assertThat(read.recordedBy()).contains("user:alice");
        assertThat(read.position()).isPresent();
        assertThat(read.toString()).contains("observer=***").doesNotContain("Silva");
    }

    @Test
    void an_event_without_what_is_required_is_invalid_and_nothing_is_recorded() {
        Id<Vessel> vessel = vessels.add(Vessel.named("Aurora")).id();
        List<Sighting> batch =
                List.of(Sighting.of(vessel, NOW, Sighting.Station.HARBOUR), Sighting.TYPE.newEvent(NOW, vessel));

        assertThatThrownBy(() -> session.eventLog(Sighting.TYPE).record(batch))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("station: is required");
        assertThat(session.eventLog(Sighting.TYPE).all().count()).isZero();
    }

    @Test
    void an_event_is_about_at_most_32_records() {
        Sighting sighting = Sighting.of(Id.of(new UUID(0, 0)), NOW, Sighting.Station.HARBOUR);
        for (int i = 1; i < 32; i++) {
            sighting = sighting.withSubject(Id.of(new UUID(0, i)));
        }
        Sighting full = sighting;

        assertThat(full.withSubject(Id.of(new UUID(0, 5))).subjects()).hasSize(32);
        assertThatThrownBy(() -> full.withSubject(Id.of(new UUID(0, 32))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("subjects: must be at most 32 records");
    }

    @Test
    void a_follower_of_a_log_sees_each_event_once_in_the_order_of_recording() {
        Id<Vessel> vessel = vessels.add(Vessel.named("Aurora")).id();
        EventLog<Sighting> log = session.eventLog(Sighting.TYPE);
        log.record(Sighting.of(vessel, NOW, Sighting.Station.HARBOUR).withExternalId("radar", "late"));
        log.record(Sighting.of(vessel, NOW.minusSeconds(60), Sighting.Station.HARBOUR)
                .withExternalId("radar", "early"));

        List<Sighting> first = log.after(Position.START, 1);
        List<Sighting> second = log.after(first.get(0).position().orElseThrow(), 1);

        assertThat(first).extracting(Sighting::key).containsExactly("radar:late");
        assertThat(second).extracting(Sighting::key).containsExactly("radar:early");
        assertThat(log.after(second.get(0).position().orElseThrow(), 1)).isEmpty();
    }

    @Test
    void another_tenants_events_are_not_there() {
        Id<Vessel> vessel = vessels.add(Vessel.named("Aurora")).id();
        session.eventLog(Sighting.TYPE)
                .record(Sighting.of(vessel, NOW, Sighting.Station.HARBOUR).withExternalId("radar", "1"));
        EventLog<Sighting> others =
                crm.session(TenantId.of("globex"), Actor.user("bob")).eventLog(Sighting.TYPE);

        assertThat(others.forSubject(vessel.value()).count()).isZero();
        assertThat(others.after(Position.START, 10)).isEmpty();
        assertThat(others.record(
                        Sighting.of(vessel, NOW, Sighting.Station.HARBOUR).withExternalId("radar", "1")))
                .isTrue();
    }

    @Test
    void an_unrelated_type_of_the_same_name_is_refused() {
        assertThatThrownBy(
                        () -> Crm.on(storage).type(Vessel.TYPE).type(Boat.TYPE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two types are named vessel");
        assertThatThrownBy(() -> session.repository(Boat.TYPE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_librarys_own_names_are_refused() {
        for (String name : List.of("change", "subscription", "interaction")) {
            EntityType<Boat> type = EntityType.define(name, Boat::new).build();
            assertThatThrownBy(() -> Crm.on(storage).type(type).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the type name " + name);
        }
    }

    @Test
    void a_reference_to_a_type_that_is_not_given_is_refused() {
        assertThatThrownBy(() -> Crm.on(storage).type(Voyage.TYPE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("voyage.vessel refers to the type vessel, which isn't given");
    }

    /** Another vendor's idea of a vessel. */
    public static final class Boat extends Entity<Boat> {
        static final EntityType<Boat> TYPE =
                EntityType.define("vessel", Boat::new).build();

        private Boat(EntityState<Boat> state) {
            super(state);
        }
    }
}
