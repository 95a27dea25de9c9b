package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StorageSetupException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record type through the years: version 1 has a load as text, version 2 as a number, version 3 in kilograms. */
class SchemaEvolutionTest extends StoredTest {

    public static final class Cargo extends Entity<Cargo> {
        Cargo(EntityState<Cargo> state) {
            super(state);
        }
    }

    public static final class Weighing extends Event<Weighing> {
        Weighing(EventState<Weighing> state) {
            super(state);
        }
    }

    private TextField<Cargo> what1;
    private BodyField<Cargo, String> load1;
    private EntityType<Cargo> first;

    private TextField<Cargo> what2;
    private OrderedField<Cargo, BigDecimal> tons2;
    private EntityType<Cargo> second;

    private TextField<Cargo> what3;
    private OrderedField<Cargo, Long> kilograms3;
    private EntityType<Cargo> third;

    @BeforeEach
    void three_versions() {
        openAlone();
        EntityTypeBuilder<Cargo> declare = EntityType.define("cargo", Cargo::new);
        what1 = declare.text("what", 40, Trait.REQUIRED);
        load1 = declare.longText("load", 40);
        first = declare.build();

        declare = EntityType.define("cargo", Cargo::new);
        what2 = declare.text("what", 40, Trait.REQUIRED);
        tons2 = declare.decimal("tons", 3);
        second = declare.upcast(SchemaEvolutionTest::loadToTons).build();

        declare = EntityType.define("cargo", Cargo::new);
        what3 = declare.text("what", 40, Trait.REQUIRED, Trait.SEARCHABLE);
        kilograms3 = declare.integer("kilograms");
        third = declare.upcast(SchemaEvolutionTest::loadToTons)
                .upcast(json -> {
                    if (json.remove("tons") instanceof BigDecimal tons) {
                        json.put("kilograms", tons.movePointRight(3).longValueExact());
                    }
                    return json;
                })
                .build();
    }

    private static Map<String, Object> loadToTons(Map<String, Object> json) {
        if (json.remove("load") instanceof String load) {
            json.put("tons", new BigDecimal(load.replace(" t", "")));
        }
        return json;
    }

    private Repository<Cargo> repository(EntityType<Cargo> type) {
        return Crm.on(storage)
                .type(type)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .repository(type);
    }

    @Test
    void a_record_of_version_one_is_read_as_version_two_and_three() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "12.5 t"))
                .id();

        assertThat(repository(second).get(id).get(tons2)).isEqualByComparingTo("12.5");
        assertThat(repository(third).get(id).get(kilograms3)).isEqualTo(12_500L);
        assertThat(repository(third).get(id).get(what3)).isEqualTo("ore");
    }

    @Test
    void saving_stores_the_record_in_the_latest_form() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "12.5 t"))
                .id();
        Repository<Cargo> latest = repository(third);
        assertThat(latest.query(kilograms3.above(0L)).count()).isZero();

        latest.save(latest.get(id).with(what3, "iron ore"));

        assertThat(latest.query(kilograms3.is(12_500L)).count()).isEqualTo(1);
        assertThat(latest.get(id).get(kilograms3)).isEqualTo(12_500L);
    }

    @Test
    void saving_unchanged_brings_a_record_into_the_latest_form_and_says_so() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "Ore").with(load1, "12.5 t"))
                .id();
        Repository<Cargo> latest = repository(third);

        Cargo saved = latest.save(latest.get(id));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(latest.query(kilograms3.is(12_500L)).count()).isEqualTo(1);
        assertThat(latest.query(what3.isIgnoringCase("ORE")).count()).isEqualTo(1);
        Change change = latest.history(id).get(1);
        assertThat(change.action()).isEqualTo(Change.Action.SAVED);
        assertThat(change.fields()).isEmpty();
        assertThat(latest.save(saved).version()).isEqualTo(2);
    }

    @Test
    void the_history_speaks_of_the_form_in_which_a_change_was_made() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "12.5 t"))
                .id();
        Repository<Cargo> latest = repository(third);
        latest.save(latest.get(id).with(kilograms3, 13_000L));

        assertThat(latest.history(id))
                .extracting(change -> change.fields().keySet())
                .containsExactly(Set.of("what", "load"), Set.of("kilograms"));
    }

    @Test
    void a_program_of_an_older_version_refuses_what_a_newer_one_has_stored() {
        Id<Cargo> id = repository(second)
                .add(second.newEntity().with(what2, "ore").with(tons2, new BigDecimal("1")))
                .id();
        Repository<Cargo> old = repository(first);

        assertThatThrownBy(() -> old.get(id))
                .isInstanceOf(CorruptException.class)
                .hasMessage("a cargo was stored by version 2 of its type, this is 1");
    }

    @Test
    void what_an_upcaster_makes_nothing_of_is_corrupt() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "plenty"))
                .id();

        assertThatThrownBy(() -> repository(second).get(id))
                .isInstanceOf(CorruptException.class)
                .hasMessage("a cargo stored by version 1 can't be upcast");
    }

    @Test
    void what_an_upcaster_makes_has_to_fit_the_field() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "1.23456 t"))
                .id();

        assertThatThrownBy(() -> repository(second).get(id))
                .isInstanceOf(CorruptException.class)
                .hasMessage("a stored cargo can't be read");
    }

    @Test
    void a_field_declared_later_is_missing_in_what_was_stored_before() {
        Id<Cargo> id =
                repository(first).add(first.newEntity().with(what1, "ore")).id();
        EntityTypeBuilder<Cargo> extend = first.extend();
        OrderedField<Cargo, Long> pieces = extend.integer("pieces");
        Repository<Cargo> later = repository(extend.build());

        assertThat(later.get(id).find(pieces)).isEmpty();
        assertThat(later.query(pieces.isMissing()).count()).isEqualTo(1);
        later.save(later.get(id).with(pieces, 3L));
        assertThat(later.query(pieces.is(3L)).count()).isEqualTo(1);
    }

    @Test
    void a_field_required_later_does_not_keep_old_records_from_being_read() {
        Id<Cargo> id =
                repository(first).add(first.newEntity().with(what1, "ore")).id();
        EntityTypeBuilder<Cargo> extend = first.extend();
        OrderedField<Cargo, Long> pieces = extend.integer("pieces", Trait.REQUIRED);
        Repository<Cargo> later = repository(extend.build());

        Cargo old = later.get(id);
        assertThat(later.save(old)).isEqualTo(old);
        assertThatThrownBy(() -> later.save(old.with(what1, "coal")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("pieces: is required");
        assertThat(later.save(old.with(pieces, 1L)).version()).isEqualTo(2);
    }

    @Test
    void a_note_that_becomes_a_line_of_its_own_is_still_read() {
        Id<Cargo> id = repository(first)
                .add(first.newEntity().with(what1, "ore").with(load1, "12.5 t"))
                .id();
        EntityTypeBuilder<Cargo> declare = EntityType.define("cargo", Cargo::new);
        declare.text("what", 40, Trait.REQUIRED);
        TextField<Cargo> load = declare.text("load", 40);

        Repository<Cargo> later = repository(declare.build());

        assertThat(later.get(id).get(load)).isEqualTo("12.5 t");
        later.save(later.get(id));
        assertThat(later.query(load.startsWith("12")).count()).isEqualTo(1);
    }

    @Test
    void a_field_of_another_type_under_the_same_name_is_refused_when_the_crm_is_built() {
        repository(first);
        EntityTypeBuilder<Cargo> declare = EntityType.define("cargo", Cargo::new);
        declare.integer("what");
        EntityType<Cargo> clash = declare.build();

        assertThatThrownBy(() -> Crm.on(storage).type(clash).build()).isInstanceOf(StorageSetupException.class);
    }

    @Test
    void a_crm_that_may_only_validate_refuses_a_schema_with_steps_left() {
        assertThatThrownBy(
                        () -> Crm.on(storage).type(first).validateSchemaOnly().build())
                .isInstanceOf(StorageSetupException.class);
        repository(first);

        Crm valid = Crm.on(storage).type(first).validateSchemaOnly().build();

        assertThat(valid.session(ACME, Actor.user("alice"))
                        .repository(first)
                        .all()
                        .count())
                .isZero();
    }

    @Test
    void events_are_upcast_too() {
        EventTypeBuilder<Weighing> declare = EventType.define("weighing", Weighing::new);
        OrderedField<Weighing, BigDecimal> tons = declare.decimal("tons", 3);
        EventType<Weighing> old = declare.build();
        declare = EventType.define("weighing", Weighing::new);
        declare.decimal("tons", 3);
        OrderedField<Weighing, Long> kilograms = declare.integer("kilograms");
        EventType<Weighing> later = declare.upcast(json -> {
                    json.put(
                            "kilograms",
                            ((BigDecimal) json.remove("tons")).movePointRight(3).longValueExact());
                    return json;
                })
                .build();
        Id<Cargo> cargo = Id.of(new UUID(1, 1));
        Crm.on(storage)
                .type(old)
                .build()
                .session(ACME, Actor.user("alice"))
                .eventLog(old)
                .record(old.newEvent(NOW, cargo).with(tons, new BigDecimal("2.5")));

        List<Weighing> read = Crm.on(storage)
                .type(later)
                .build()
                .session(ACME, Actor.user("alice"))
                .eventLog(later)
                .forSubject(cargo.value())
                .page(5)
                .items();

        assertThat(read)
                .singleElement()
                .satisfies(weighing -> assertThat(weighing.get(kilograms)).isEqualTo(2500L));
    }
}
