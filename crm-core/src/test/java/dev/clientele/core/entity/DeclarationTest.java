package dev.clientele.core.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Index;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What can be declared, and what is refused at the declaration and not at the first record. */
class DeclarationTest {

    public static final class Thing extends Entity<Thing> {
        Thing(EntityState<Thing> state) {
            super(state);
        }
    }

    public static final class Happening extends Event<Happening> {
        Happening(EventState<Happening> state) {
            super(state);
        }
    }

    private final EntityTypeBuilder<Thing> declare = EntityType.define("thing", Thing::new);
    private final EventTypeBuilder<Happening> declareEvent = EventType.define("happening", Happening::new);

    @Test
    void fields_are_listed_in_the_order_of_their_declaration() {
        declare.text("zulu", 10);
        declare.longText("alpha", 10);
        declare.money("mike");

        assertThat(declare.build().fields()).extracting(Field::name).containsExactly("zulu", "alpha", "mike");
    }

    @Test
    void a_field_is_found_by_name_or_refused() {
        Field<Thing, ?> size = declare.integer("size");
        EntityType<Thing> type = declare.build();

        assertThat(type.field("size")).isSameAs(size);
        assertThatThrownBy(() -> type.field("colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("thing has no field 'colour'");
    }

    @Test
    void names_of_what_every_record_has_are_reserved_for_columns_and_body_alike() {
        for (String name : List.of("id", "tenant", "version", "body")) {
            assertRefused(() -> declare.integer(name), name);
            assertRefused(() -> declare.longText(name, 5), name);
        }
    }

    @Test
    void names_of_what_every_event_has_are_reserved() {
        for (String name : List.of("id", "key", "occurred_at", "recorded_at", "recorded_by", "subjects", "position")) {
            assertRefused(() -> declareEvent.integer(name), name);
            assertRefused(() -> declareEvent.longText(name, 5), name);
        }
    }

    @Test
    void a_name_has_the_form_of_a_column_also_in_the_body() {
        for (String name : List.of("", "_version", "Name", "1st", "with space", "x".repeat(49), "größe")) {
            assertThatThrownBy(() -> declare.longText(name, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> declare.integer(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_name_can_not_be_declared_twice_nor_be_a_column_of_another_field() {
        declare.money("price");
        declare.text("title", 10, Trait.SEARCHABLE);

        assertRefused(() -> declare.integer("price"), "price is declared twice");
        assertRefused(() -> declare.text("price_currency", 3), "price_currency");
        assertRefused(() -> declare.longText("title_folded", 3), "title_folded");
    }

    @Test
    void a_column_can_not_take_the_name_of_a_field_declared_before() {
        declare.text("price_currency", 3);

        assertRefused(() -> declare.money("price"), "price_currency");
    }

    @Test
    void nothing_can_be_declared_once_the_type_is_built() {
        declare.build();

        assertThatThrownBy(() -> declare.integer("late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the type thing is built already");
        assertThatThrownBy(() -> declare.rule(thing -> List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(declare::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_trait_that_makes_no_sense_for_a_field_is_refused() {
        assertRefused(() -> declare.longText("a", 5, Trait.UNIQUE), "UNIQUE");
        assertRefused(() -> declare.longText("b", 5, Trait.INDEXED), "INDEXED");
        assertRefused(() -> declare.integer("c", Trait.SEARCHABLE), "SEARCHABLE");
        assertRefused(() -> declare.key("k", 9, Trait.IDENTIFYING), "IDENTIFYING");
        assertRefused(() -> declare.integer("d", Trait.ACYCLIC), "ACYCLIC");
        assertRefused(() -> declare.reference("e", "other", Trait.ACYCLIC), "ACYCLIC");
    }

    @Test
    void a_computed_field_is_a_column_of_a_record_that_nothing_depends_on() {
        assertRefused(() -> declare.longText("a", 10, Trait.COMPUTED), "COMPUTED");
        assertRefused(() -> declare.text("b", 10, Trait.COMPUTED, Trait.REQUIRED), "COMPUTED");
        assertRefused(() -> declare.text("c", 10, Trait.COMPUTED, Trait.UNIQUE), "COMPUTED");
        assertRefused(() -> declare.reference("d", "other", Trait.COMPUTED), "COMPUTED");
        assertRefused(() -> declareEvent.real("e", Trait.COMPUTED), "COMPUTED");
        declare.real("f", Trait.COMPUTED);
    }

    @Test
    void a_computed_field_stays_one_in_extensions_and_variants() {
        OrderedField<Thing, Double> score = declare.real("score", Trait.COMPUTED, Trait.PERSONAL);
        EntityType<Thing> type = declare.build();

        for (EntityType<Thing> made :
                List.of(type.extend().build(), type.variant("other_thing").build())) {
            assertThat(made.field("score")).isEqualTo(score);
            assertThat(made.personalDataFields()).isEqualTo(List.of(score));
            assertThat(EntityCodec.of(made).documentType().computedFields()).containsExactly("score");
        }
    }

    @Test
    void a_key_of_what_can_not_be_compared_exactly_is_refused_when_the_type_is_built() {
        declare.real("score", Trait.UNIQUE);

        assertThatThrownBy(declare::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_has_no_unique_fields() {
        declareEvent.key("number", 10, Trait.UNIQUE);

        assertThatThrownBy(declareEvent::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limits_beyond_what_storage_takes_are_refused() {
        assertThatThrownBy(() -> declare.text("a", 4001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> declare.text("b", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> declare.decimal("c", 10)).isInstanceOf(IllegalArgumentException.class);
        assertRefused(() -> declare.text("d", 1334, Trait.SEARCHABLE), "at most 1333");
        declare.text("e", 1333, Trait.SEARCHABLE);
    }

    @Test
    void what_refers_to_records_and_what_is_searched_is_indexed() {
        declare.reference("owner", "thing");
        declare.text("title", 100, Trait.SEARCHABLE, Trait.INDEXED);
        declare.key("code", 10, Trait.UNIQUE);

        assertThat(EntityCodec.of(declare.build()).documentType().indexes())
                .extracting(Index::fields)
                .containsExactlyInAnyOrder(List.of("owner"), List.of("title"), List.of("title_folded"));
    }

    @Test
    void a_type_knows_its_personal_data_and_its_references() {
        var name = declare.text("name", 100, Trait.PERSONAL);
        declare.text("code", 10);
        var owner = declare.reference("owner", "thing");
        var mail = declare.key("mail", 100, Trait.PERSONAL);
        RecordType<?> type = declare.build();

        assertThat(type.personalDataFields()).isEqualTo(List.of(name, mail));
        assertThat(type.references()).isEqualTo(List.of(owner));
    }

    @Test
    void the_column_of_the_folded_form_has_room_for_any_text() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .forEach(codePoint -> {
                    String folded = CaseFolding.fold(Character.toString(codePoint));
                    assertThat(folded.codePointCount(0, folded.length()))
                            .as("U+%04X", codePoint)
                            .isLessThanOrEqualTo(3);
                });
    }

    @Test
    void columns_say_what_storage_keeps() {
        declare.money("price");
        declare.text("title", 10, Trait.SEARCHABLE);
        declare.longText("story", 1000);

        assertThat(EntityCodec.of(declare.build()).documentType().fields())
                .containsExactly(
                        DeclaredField.decimal("price", 4),
                        DeclaredField.text("price_currency", 3),
                        DeclaredField.text("title", 10),
                        DeclaredField.text("title_folded", 30));
    }

    private static void assertRefused(ThrowingCallable declaration, String because) {
        assertThatThrownBy(declaration)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
