package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of equality, over values few enough to meet. */
class EqualityPropertyTest {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void records_are_equal_if_and_only_if_all_they_hold_is(
            @ForAll("vessels") Vessel one, @ForAll("vessels") Vessel other) {
        boolean same = one.findId().equals(other.findId())
                && one.find(Vessel.NAME).equals(other.find(Vessel.NAME))
                && one.find(Vessel.DRAUGHT).equals(other.find(Vessel.DRAUGHT))
                && one.find(Vessel.FLAGS).equals(other.find(Vessel.FLAGS));

        assertThat(one.equals(other)).isEqualTo(same).isEqualTo(other.equals(one));
        if (same) {
            assertThat(one).hasSameHashCodeAs(other);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void equality_of_records_is_reflexive_and_transitive_and_knows_nothing_else(
            @ForAll("vessels") Vessel a, @ForAll("vessels") Vessel b, @ForAll("vessels") Vessel c) {
        assertThat(a)
                .isEqualTo(a.with(Vessel.SPEED, 1.0).without(Vessel.SPEED))
                .isNotEqualTo(null)
                .isNotEqualTo("vessel");
        assertThat(!(a.equals(b) && b.equals(c)) || a.equals(c)).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void events_are_equal_if_and_only_if_all_they_hold_is(
            @ForAll("sightings") Sighting one, @ForAll("sightings") Sighting other) {
        boolean same = one.key().equals(other.key())
                && one.subjects().equals(other.subjects())
                && one.occurredAt().equals(other.occurredAt())
                && one.find(Sighting.STATION).equals(other.find(Sighting.STATION))
                && one.find(Sighting.KNOTS).equals(other.find(Sighting.KNOTS));

        assertThat(one.equals(other)).isEqualTo(same).isEqualTo(other.equals(one));
        if (same) {
            assertThat(one).hasSameHashCodeAs(other);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_order_in_which_values_were_set_does_not_matter(@ForAll("vessels") Vessel vessel) {
        Vessel oneWay = vessel.with(Vessel.TONNAGE, 1L).with(Vessel.LAID_UP, true);
        Vessel otherWay = vessel.with(Vessel.LAID_UP, true).with(Vessel.TONNAGE, 1L);

        assertThat(oneWay).isEqualTo(otherWay).hasSameHashCodeAs(otherWay).hasToString(otherWay.toString());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void an_id_comes_back_from_its_text_and_orders_like_it(@ForAll("uuids") UUID one, @ForAll("uuids") UUID other) {
        Id<Vessel> first = Id.of(one);
        Id<Vessel> second = Id.of(other);

        assertThat(Id.<Vessel>parse(first.toString())).isEqualTo(first);
        assertThat(Integer.signum(first.compareTo(second)))
                .isEqualTo(Integer.signum(first.toString().compareTo(second.toString())));
    }

    @Example
    void one_class_under_two_type_names_makes_different_records() {
        EntityType<Box> crates = EntityType.define("crate", Box::new).build();
        EntityType<Box> parcels = EntityType.define("parcel", Box::new).build();

        assertThat(crates.newEntity()).isEqualTo(crates.newEntity()).isNotEqualTo(parcels.newEntity());
    }

    /** A record without fields. */
    public static final class Box extends Entity<Box> {
        Box(EntityState<Box> state) {
            super(state);
        }
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()));
    }

    @Provide
    Arbitrary<Vessel> vessels() {
        Arbitrary<Id<Vessel>> ids = Arbitraries.of(Id.<Vessel>of(new UUID(0, 1)), Id.<Vessel>of(new UUID(0, 2)))
                .injectNull(0.4);
        Arbitrary<String> names = Arbitraries.of("a", "A").injectNull(0.3);
        Arbitrary<BigDecimal> draughts =
                Arbitraries.of("1", "1.0", "1.00", "2").map(BigDecimal::new).injectNull(0.3);
        Arbitrary<Set<String>> flags = Arbitraries.of("NO", "MT").set().injectNull(0.2);
        return Combinators.combine(ids, names, draughts, flags).as((id, name, draught, set) -> {
            Vessel vessel = Vessel.TYPE
                    .newEntity()
                    .with(Vessel.NAME, name)
                    .with(Vessel.DRAUGHT, draught)
                    .with(Vessel.FLAGS, set);
            return id == null ? vessel : vessel.withId(id);
        });
    }

    @Provide
    Arbitrary<Sighting> sightings() {
        Arbitrary<Instant> times = Arbitraries.of(0L, 1L, 1000L).map(Instant.EPOCH::plusNanos);
        Arbitrary<Set<Integer>> subjects =
                Arbitraries.integers().between(1, 2).set().ofMinSize(1);
        Arbitrary<String> keys = Arbitraries.of("1", "2").injectNull(0.4);
        Arbitrary<Double> knots = Arbitraries.of(0.0, -0.0, 1.5).injectNull(0.3);
        return Combinators.combine(times, subjects, keys, knots).as((time, about, key, speed) -> {
            Sighting sighting = null;
            for (int subject : about) {
                Id<Vessel> id = Id.of(new UUID(0, subject));
                sighting =
                        sighting == null ? Sighting.of(id, time, Sighting.Station.HARBOUR) : sighting.withSubject(id);
            }
            Sighting sped = sighting.with(Sighting.KNOTS, speed);
            return key == null ? sped : sped.withExternalId("radar", key);
        });
    }
}
