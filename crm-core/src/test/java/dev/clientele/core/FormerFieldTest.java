package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.NewerRecordException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field that a type had once: its column is still there, for whoever upcasts and for older programs. */
class FormerFieldTest extends StoredTest {

    public static final class Berth extends Entity<Berth> {
        Berth(EntityState<Berth> state) {
            super(state);
        }
    }

    public static final class Call extends Event<Call> {
        Call(EventState<Call> state) {
            super(state);
        }
    }

    private final EntityTypeBuilder<Berth> old = EntityType.define("berth", Berth::new);
    private final TextField<Berth> length = old.text("length", 20);
    private final TextField<Berth> keeper = old.text("keeper", 40, Trait.PERSONAL);
    private final MoneyField<Berth> fee = old.money("fee");
    private final EntityType<Berth> oldType = old.build();

    private final EntityTypeBuilder<Berth> declare = EntityType.define("berth", Berth::new);
    private final TextField<Berth> formerLength = declare.text("length", 20, Trait.FORMER);
    private final OrderedField<Berth, Long> metres = declare.integer("metres");

    private Id<Berth> stored;

    @BeforeEach
    void a_berth_of_the_old_form() {
        openAlone();
        stored = berths(oldType)
                .add(oldType.newEntity()
                        .with(length, "120 m")
                        .with(keeper, "Ana")
                        .with(fee, Money.of(CurrencyUnit.EUR, 12)))
                .id();
    }

    private Repository<Berth> berths(EntityType<Berth> type) {
        return Crm.on(storage)
                .type(type)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .repository(type);
    }

    private static Long metres(Object length) {
        return Long.valueOf(String.valueOf(length).replace(" m", ""));
    }

    @Test
    void an_upcaster_sees_the_columns_of_fields_that_are_no_longer_declared_otherwise() {
        declare.money("fee", Trait.FORMER);
        OrderedField<Berth, BigDecimal> euros = declare.decimal("euros", 2);
        Repository<Berth> later = berths(declare.upcast(json -> {
                    json.put("metres", metres(json.remove("length")));
                    json.put("euros", ((Map<?, ?>) json.remove("fee")).get("amount"));
                    return json;
                })
                .build());

        Berth read = later.save(later.get(stored));

        assertThat(read.get(metres)).isEqualTo(120L);
        assertThat(read.get(euros)).isEqualByComparingTo("12");
        assertThat(later.query(metres.is(120L)).count()).isEqualTo(1);
        assertThat(later.get(stored)).isEqualTo(read);
    }

    @Test
    void a_former_value_is_kept_when_the_record_is_saved_and_found_by_criteria() {
        Repository<Berth> later = berths(declare.upcast(json -> {
                    json.put("metres", metres(json.remove("length")));
                    return json;
                })
                .build());

        later.save(later.get(stored).with(metres, 130L));

        assertThat(later.query(formerLength.is("120 m")).count()).isEqualTo(1);
        assertThat(later.get(stored).get(formerLength)).isNull();
        assertThatThrownBy(() -> berths(oldType).get(stored)).isInstanceOf(NewerRecordException.class);
    }

    @Test
    void without_a_way_back_older_programs_refuse_and_the_former_value_goes_with_that_in_its_place() {
        Repository<Berth> later = berths(
                declare.retyped(formerLength, metres, FormerFieldTest::metres).build());

        later.save(later.get(stored).with(metres, 130L));
        assertThat(later.get(stored).get(metres)).isEqualTo(130L);
        assertThat(later.query(formerLength.isPresent()).count()).isEqualTo(1);
        assertThatThrownBy(() -> berths(oldType).get(stored)).isInstanceOf(NewerRecordException.class);

        later.save(later.get(stored).without(metres));
        assertThat(later.query(formerLength.isPresent()).count()).isZero();
        assertThat(later.get(stored).find(metres)).isEmpty();
    }

    @Test
    void a_former_personal_value_without_a_field_in_its_place_does_not_outlive_the_upcast() {
        TextField<Berth> formerKeeper = declare.text("keeper", 40, Trait.PERSONAL, Trait.FORMER);
        Repository<Berth> later = berths(declare.upcast(json -> json).build());

        later.save(later.get(stored).with(metres, 1L));

        assertThat(later.query(formerKeeper.isPresent()).count()).isZero();
    }

    @Test
    void a_field_that_was_renamed_twice_is_followed_from_each_name() {
        TextField<Berth> extent = declare.text("extent", 20, Trait.FORMER);
        TextField<Berth> size = declare.text("size", 20);
        EntityType<Berth> third =
                declare.renamed(formerLength, extent).renamed(extent, size).build();
        Repository<Berth> latest = berths(third);
        assertThat(latest.get(stored).get(size)).isEqualTo("120 m");
        latest.save(latest.get(stored).with(size, "130 m"));

        Repository<Berth> first = berths(oldType);
        assertThat(first.get(stored).get(length)).isEqualTo("130 m");
        first.save(first.get(stored).with(length, "140 m"));

        assertThat(latest.get(stored).get(size)).isEqualTo("140 m");
        latest.save(latest.get(stored));
        assertThat(latest.query(extent.is("140 m").and(size.is("140 m"))).count())
                .isEqualTo(1);
    }

    @Test
    void a_step_is_about_fields_that_are_declared_and_each_former_one_once() {
        TextField<Berth> name = declare.text("name", 20);
        declare.renamed(formerLength, name);

        assertThatThrownBy(() -> declare.renamed(name, formerLength))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declared here with Trait.FORMER");
        assertThatThrownBy(() -> declare.renamed(formerLength, name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> declare.integer("score", Trait.COMPUTED, Trait.FORMER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void events_are_renamed_and_retyped_too() {
        EventTypeBuilder<Call> before = EventType.define("call", Call::new);
        TextField<Call> duration = before.text("duration", 20);
        EventType<Call> then = before.build();
        EventTypeBuilder<Call> after = EventType.define("call", Call::new);
        TextField<Call> former = after.text("duration", 20, Trait.FORMER);
        OrderedField<Call, Long> minutes = after.integer("minutes");
        EventType<Call> now =
                after.retyped(former, minutes, Long::valueOf, String::valueOf).build();
        Id<Berth> berth = Id.of(new UUID(1, 1));
        CrmSession theirs = Crm.on(storage).type(then).build().session(ACME, Actor.user("alice"));
        CrmSession ours = Crm.on(storage).type(now).build().session(ACME, Actor.user("alice"));

        theirs.eventLog(then).record(then.newEvent(NOW, berth).with(duration, "12"));
        ours.eventLog(now).record(now.newEvent(NOW.plusSeconds(1), berth).with(minutes, 15L));

        assertThat(ours.eventLog(now).forSubject(berth.value()).page(5).items())
                .extracting(call -> call.get(minutes))
                .containsExactlyInAnyOrder(12L, 15L);
        assertThat(theirs.eventLog(then).forSubject(berth.value()).page(5).items())
                .extracting(call -> call.get(duration))
                .containsExactlyInAnyOrder("12", "15");
    }
}
