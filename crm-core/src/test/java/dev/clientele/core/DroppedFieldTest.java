package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.persistence.Migration;
import dev.clientele.testing.DatabaseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field that a newer version of a type no longer declares at all: its stored values reach the upcaster, and stay. */
class DroppedFieldTest extends StoredTest {

    public static final class Crate extends Entity<Crate> {
        Crate(EntityState<Crate> state) {
            super(state);
        }
    }

    public static final class Weighing extends Event<Weighing> {
        Weighing(EventState<Weighing> state) {
            super(state);
        }
    }

    private final EntityTypeBuilder<Crate> old = EntityType.define("crate", Crate::new);
    private final TextField<Crate> label = old.key("label", 20, Trait.UNIQUE);
    private final TextField<Crate> what = old.text("what", 40, Trait.SEARCHABLE, Trait.INDEXED);
    private final OrderedField<Crate, Long> size = old.integer("size");
    private final OrderedField<Crate, LocalDate> packed = old.date("packed");
    private final MoneyField<Crate> price = old.money("price");
    private final TextSetField<Crate> marks = old.textSet("marks", 10, Trait.INDEXED);
    private final EntityType<Crate> oldType = old.build();

    private final EntityTypeBuilder<Crate> declare = EntityType.define("crate", Crate::new);
    private final TextField<Crate> content = declare.text("content", 40);
    private final TextField<Crate> seen = declare.text("seen", 400);

    private Id<Crate> stored;

    @BeforeEach
    void a_crate_of_the_old_form() {
        openAlone();
        stored = crates(oldType)
                .add(oldType.newEntity()
                        .with(label, "C-1")
                        .with(what, "Tea")
                        .with(size, 12L)
                        .with(packed, LocalDate.of(2026, 3, 1))
                        .with(price, Money.parse("EUR 12.50"))
                        .with(marks, Set.of("dry", "up")))
                .id();
    }

    private Repository<Crate> crates(EntityType<Crate> type) {
        return Crm.on(storage)
                .type(type)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .repository(type);
    }

    private EntityType<Crate> newType() {
        return declare.upcast(json -> {
                    json.put("seen", json.toString());
                    json.put("content", json.get("what"));
                    return json;
                })
                .build();
    }

    /** A program in a new process, which knows nothing of the old declaration but what the database has recorded. */
    private Repository<Crate> restarted(EntityType<Crate> type) {
        restart();
        return crates(type);
    }

    private void restart() {
        if (database != DatabaseKind.MEMORY) { // which ends with its process
            openAlone();
        }
    }

    @Test
    void an_upcaster_sees_all_values_of_columns_that_nobody_declares_any_more() {
        Crate read = restarted(newType()).get(stored);

        assertThat(read.get(content)).isEqualTo("Tea");
        assertThat(read.get(seen))
                .contains("label=C-1", "what=Tea", "size=12", "packed=2026-03-01", "marks=[dry, up]")
                .contains("price={amount=12.50, currency=EUR}");
    }

    @Test
    void saving_keeps_the_dropped_columns_and_does_not_repeat_them_in_the_body() {
        Repository<Crate> later = restarted(newType());
        Crate saved = later.save(later.get(stored).with(content, "Green tea"));

        assertThat(later.get(stored)).isEqualTo(saved);
        assertThat(saved.get(content)).isEqualTo("Green tea");
        assertThat(Crm.on(storage).type(newTypeAgain()).migration().retained())
                .extracting(Migration.Retained::field, Migration.Retained::hasValues)
                .contains(tuple("what", true), tuple("size", true));
    }

    private static EntityType<Crate> newTypeAgain() {
        EntityTypeBuilder<Crate> again = EntityType.define("crate", Crate::new);
        again.text("content", 40);
        again.text("seen", 400);
        return again.build();
    }

    @Test
    void keys_and_indexes_on_dropped_fields_go_on_holding_for_programs_that_declare_them() {
        restarted(newType());
        Repository<Crate> older = crates(oldType);

        assertThatThrownBy(() -> older.add(oldType.newEntity().with(label, "C-1")))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_schema_that_is_up_to_date_stays_so_with_dropped_columns() {
        restarted(newType());
        restart();

        assertThat(Crm.on(storage).type(newTypeAgain()).migration().steps()).isEmpty();
    }

    @Test
    void an_upcaster_of_events_sees_dropped_columns_too() {
        EventTypeBuilder<Weighing> oldDeclare = EventType.define("weighing", Weighing::new);
        OrderedField<Weighing, Long> pounds = oldDeclare.integer("pounds");
        EventType<Weighing> oldEvents = oldDeclare.build();
        Crm.on(storage)
                .type(oldType)
                .type(oldEvents)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .eventLog(oldEvents)
                .record(oldEvents.newEvent(NOW, stored).with(pounds, 100L));
        EventTypeBuilder<Weighing> newDeclare = EventType.define("weighing", Weighing::new);
        OrderedField<Weighing, Long> grams = newDeclare.integer("grams");
        EventType<Weighing> newEvents = newDeclare
                .upcast(json -> {
                    json.put("grams", 454 * ((Number) json.get("pounds")).longValue());
                    return json;
                })
                .build();
        restart();

        List<Weighing> read = Crm.on(storage)
                .type(newType())
                .type(newEvents)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .eventLog(newEvents)
                .all()
                .page(10)
                .items();

        assertThat(read)
                .singleElement()
                .satisfies(event -> assertThat(event.get(grams)).isEqualTo(45_400L));
    }
}
