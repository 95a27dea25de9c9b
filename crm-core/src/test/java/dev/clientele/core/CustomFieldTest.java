package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host declares further fields on a type that it was given. */
class CustomFieldTest extends StoredTest {

    private static final EntityTypeBuilder<Vessel> EXTEND = Vessel.TYPE.extend();
    private static final OrderedField<Vessel, Long> CREW = EXTEND.integer("crew");
    private static final TextField<Vessel> CALL_SIGN = EXTEND.key("call_sign", 12, Trait.UNIQUE, Trait.PERSONAL);
    private static final BodyField<Vessel, String> STORY = EXTEND.longText("story", 500);
    private static final EntityType<Vessel> EXTENDED = EXTEND.rule(vessel -> vessel.getOrDefault(CREW, 0L) < 0
                    ? List.of(new Violation("crew", "must not be negative"))
                    : List.of())
            .build();

    private static final class Barge extends Entity<Barge> {
        Barge(EntityState<Barge> state) {
            super(state);
        }
    }

    private Repository<Vessel> custom;

    @BeforeEach
    void extended() {
        openAlone();
        custom = crm(settings -> settings.type(EXTENDED))
                .session(ACME, Actor.user("alice"))
                .repository(Vessel.TYPE);
    }

    @Test
    void a_custom_field_is_stored_and_read_like_any_other() {
        Vessel stored = custom.add(Vessel.named("Aurora").with(CREW, 21L).with(STORY, "built\ntwice"));

        assertThat(custom.get(stored.id())).isEqualTo(stored);
        assertThat(custom.get(stored.id()).get(CREW)).isEqualTo(21L);
        assertThat(custom.type().fields()).contains(CREW, STORY);
    }

    @Test
    void a_custom_field_can_be_queried_sorted_and_summed() {
        custom.addAll(
                List.of(Vessel.named("a").with(CREW, 5L), Vessel.named("b").with(CREW, 50L), Vessel.named("c")));

        assertThat(custom.query(CREW.above(10L)).count()).isEqualTo(1);
        assertThat(custom.all().sortedBy(CREW).page(3).items())
                .extracting(vessel -> vessel.require(Vessel.NAME))
                .containsExactly("a", "b", "c");
        assertThat(custom.all().sum(CREW)).isEqualByComparingTo("55");
    }

    @Test
    void a_custom_field_has_its_history() {
        Vessel vessel = custom.add(Vessel.named("Aurora"));
        custom.save(vessel.with(CREW, 20L));

        assertThat(custom.history(vessel.id()).get(1).fields())
                .containsExactly(Map.entry("crew", new FieldChange(null, 20L)));
    }

    @Test
    void a_custom_field_is_masked_if_it_is_personal() {
        assertThat(Vessel.named("Aurora").with(CALL_SIGN, "LAXY7").toString()).contains("call_sign=***");
    }

    @Test
    void a_custom_key_is_unique() {
        custom.add(Vessel.named("a").with(CALL_SIGN, "LAXY7"));

        assertThatThrownBy(() -> custom.add(Vessel.named("b").with(CALL_SIGN, "LAXY7")))
                .isInstanceOfSatisfying(
                        DuplicateException.class, e -> assertThat(e.key()).isEqualTo("call_sign"));
    }

    @Test
    void rules_of_the_type_and_of_the_extension_both_hold() {
        assertThatThrownBy(() -> custom.add(Vessel.named("a").with(CREW, -1L)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("crew: must not be negative");
        assertThatThrownBy(() -> custom.add(
                        Vessel.named("a").with(Vessel.KIND, Vessel.Kind.FERRY).with(Vessel.TONNAGE, 60_000L)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("tonnage: a ferry has at most");
    }

    @Test
    void the_extension_holds_whichever_is_given_first() {
        Crm first =
                Crm.on(storage).type(EXTENDED).types(TypeSet.of(Vessel.TYPE)).build();
        Crm last = Crm.on(storage).types(TypeSet.of(Vessel.TYPE)).type(EXTENDED).build();

        for (Crm one : List.of(first, last)) {
            assertThat(one.session(ACME, Actor.user("alice"))
                            .repository(Vessel.TYPE)
                            .type()
                            .fields())
                    .contains(CREW);
        }
    }

    @Test
    void two_extensions_that_know_nothing_of_each_other_are_combined() {
        EntityTypeBuilder<Vessel> another = Vessel.TYPE.extend();
        Field<Vessel, Boolean> insured = another.flag("insured");

        Crm both = Crm.on(storage).type(EXTENDED).type(another.build()).build();

        assertThat(both.session(ACME, Actor.user("alice"))
                        .repository(Vessel.TYPE)
                        .type()
                        .fields())
                .contains(CREW, insured);
    }

    @Test
    void two_types_of_one_name_that_were_not_made_from_one_are_refused() {
        EntityType<Barge> other = EntityType.define("vessel", Barge::new).build();

        assertThatThrownBy(() -> Crm.on(storage).type(EXTENDED).type(other).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two types are named vessel");
    }

    @Test
    void an_extension_can_be_extended_in_turn() {
        EntityTypeBuilder<Vessel> further = EXTENDED.extend();
        Field<Vessel, Boolean> insured = further.flag("insured");
        Repository<Vessel> both = crm(settings -> settings.type(EXTENDED).type(further.build()))
                .session(ACME, Actor.user("alice"))
                .repository(Vessel.TYPE);

        Vessel stored = both.add(Vessel.named("a").with(CREW, 1L).with(insured, true));

        assertThat(both.get(stored.id()).get(insured)).isTrue();
        assertThat(both.get(stored.id()).get(CREW)).isEqualTo(1L);
    }

    @Test
    void a_custom_field_can_not_take_the_name_of_another() {
        EntityTypeBuilder<Vessel> again = Vessel.TYPE.extend();

        assertThatThrownBy(() -> again.integer("tonnage"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vessel: the field tonnage is declared twice");
        assertThatThrownBy(() -> again.text("charter_currency", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("charter_currency is reserved, or taken by a column of another field");
        assertThatThrownBy(() -> again.text("name_folded", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> again.integer("version")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> again.longText("body", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_program_that_does_not_know_a_custom_field_leaves_it_as_it_is() {
        Vessel stored = custom.add(Vessel.named("Aurora").with(CREW, 21L).with(STORY, "once"));

        Vessel seen = vessels.get(stored.id());
        vessels.save(seen.with(Vessel.TONNAGE, 5L));

        assertThat(custom.get(stored.id()).get(CREW)).isEqualTo(21L);
        assertThat(custom.get(stored.id()).get(STORY)).isEqualTo("once");
        assertThat(custom.get(stored.id()).get(Vessel.TONNAGE)).isEqualTo(5L);
    }

    @Test
    void interactions_take_custom_fields_too() {
        EventTypeBuilder<Interaction> extend = Interaction.TYPE.extend();
        OrderedField<Interaction, Long> minutes = extend.integer("minutes");
        EventType<Interaction> longer = extend.build();
        CrmSession theirs = crm(settings -> settings.type(longer)).session(ACME, Actor.user("alice"));
        Vessel vessel = vessels.add(Vessel.named("Aurora"));

        theirs.timeline()
                .record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, vessel.id())
                        .with(minutes, 12L));

        assertThat(theirs.timeline().all().and(minutes.atLeast(10L)).page(1).items())
                .singleElement()
                .satisfies(call -> assertThat(call.get(minutes)).isEqualTo(12L));
    }
}
