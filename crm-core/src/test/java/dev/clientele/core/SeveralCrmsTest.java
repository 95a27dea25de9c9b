package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several CRMs of different types, and of one type with different fields, live on one storage or one database. */
class SeveralCrmsTest extends StoredTest {

    private static final EntityTypeBuilder<Vessel> EXTEND = Vessel.TYPE.extend();
    private static final TextField<Vessel> CALL_SIGN = EXTEND.key("call_sign", 12, Trait.UNIQUE);
    private static final OrderedField<Vessel, BigDecimal> DRAUGHT = EXTEND.decimal("air_draught", 2, Trait.INDEXED);
    private static final TextSetField<Vessel> PORTS = EXTEND.textSet("ports_of_call", 3, Trait.INDEXED);
    private static final OrderedField<Vessel, Long> RANK = EXTEND.integer("rank", Trait.COMPUTED);
    private static final EntityType<Vessel> EXTENDED = EXTEND.build();

    @BeforeEach
    void alone() {
        openAlone();
    }

    private Crm plain(Storage on) {
        return Crm.on(on).type(Vessel.TYPE).clock(clock).build();
    }

    private Crm extended(Storage on) {
        return Crm.on(on).type(EXTENDED).clock(clock).build();
    }

    private static Repository<Vessel> vessels(Crm crm) {
        return crm.session(ACME, Actor.user("alice")).repository(Vessel.TYPE);
    }

    private static Vessel vessel(String name, String callSign) {
        return Vessel.named(name)
                .with(CALL_SIGN, callSign)
                .with(DRAUGHT, new BigDecimal("7.25"))
                .with(PORTS, Set.of("RTM"));
    }

    @Test
    void one_crm_of_ships_and_one_of_voyages_work_on_one_storage() {
        Crm ships = plain(storage);
        Crm voyagesToo = Crm.on(storage).type(Vessel.TYPE).type(Voyage.TYPE).build();
        Crm sightings = Crm.on(storage).type(Sighting.TYPE).build();

        Vessel stored = vessels(ships).add(Vessel.named("Aurora"));

        assertThat(vessels(voyagesToo).get(stored.id())).isEqualTo(stored);
        assertThat(sightings
                        .session(ACME, Actor.user("alice"))
                        .eventLog(Sighting.TYPE)
                        .forSubject(stored.id().value())
                        .page(1)
                        .items())
                .isEmpty();
        assertThat(vessels(ships).all().count()).isEqualTo(1);
    }

    @Test
    void one_that_does_not_know_a_field_keeps_it_whoever_was_set_up_last() {
        Crm wide = extended(storage);
        Crm narrow = plain(storage);
        Vessel stored = vessels(wide).add(vessel("Aurora", "LAXY7"));
        vessels(wide)
                .compute(List.of(RANK), Stream.of(EXTENDED.computed(stored.id()).with(RANK, 3L)));

        vessels(narrow).save(vessels(narrow).get(stored.id()).with(Vessel.TONNAGE, 5L));

        Vessel read = vessels(wide).get(stored.id());
        assertThat(read.get(CALL_SIGN)).isEqualTo("LAXY7");
        assertThat(read.get(DRAUGHT)).isEqualByComparingTo("7.25");
        assertThat(read.get(PORTS)).containsExactly("RTM");
        assertThat(read.get(RANK)).isEqualTo(3L);
        assertThat(read.get(Vessel.TONNAGE)).isEqualTo(5L);
        assertThat(vessels(wide)
                        .query(PORTS.has("RTM").and(DRAUGHT.above(BigDecimal.ONE)))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keys_and_indexes_of_fields_that_one_does_not_know_stay_when_it_starts() {
        Assumptions.assumeTrue(database != DatabaseKind.MEMORY, "one process alone has what is in memory");
        Crm wide = extended(storage);
        vessels(wide).add(vessel("Aurora", "LAXY7"));
        try (Storage other = database.open(folder)) {
            Crm narrow = plain(other);
            Vessel stored = vessels(narrow).all().page(1).items().get(0);
            vessels(narrow).save(stored.with(Vessel.TONNAGE, 5L));

            assertThat(vessels(wide).get(stored.id()).get(CALL_SIGN)).isEqualTo("LAXY7");
            assertThat(vessels(wide).query(PORTS.has("RTM")).count()).isEqualTo(1);
            assertThatThrownBy(() -> vessels(wide).add(vessel("Borealis", "LAXY7")))
                    .isInstanceOf(DuplicateException.class);
        }
        try (Storage again = database.open(folder)) {
            assertThat(Crm.on(again).type(EXTENDED).migration().steps()).isEmpty();
            Crm.on(again).type(EXTENDED).validateSchemaOnly().build();
        }
        try (Storage again = database.open(folder)) {
            assertThat(Crm.on(again).type(Vessel.TYPE).migration().steps()).isEmpty();
        }
    }

    @Test
    void many_are_set_up_on_one_storage_at_once() {
        List<Crm> crms = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> number % 2 == 0 ? plain(storage) : extended(storage))
                .toList();

        Vessel stored = vessels(crms.get(1)).add(vessel("Aurora", "LAXY7"));

        assertThat(crms)
                .allSatisfy(crm -> assertThat(vessels(crm).get(stored.id()).require(Vessel.NAME))
                        .isEqualTo("Aurora"));
    }
}
