package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    private static final DeclaredField NAME = DeclaredField.text("name", 300);
    private static final DeclaredField TAGS = DeclaredField.textSet("tags", 10);
    private static final DeclaredField SCORE = DeclaredField.of("score", FieldType.REAL);

    @Test
    void a_name_is_lower_case_and_at_most_48_long() {
        DeclaredField.text("a" + "b".repeat(47), 1);
        for (String name : List.of("", "A", "1a", "_a", "a-b", "a b", "\u00E4", "\u0131", "a" + "b".repeat(48))) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> DeclaredField.text(name, 1));
        }
    }

    @Test
    void limits_and_scales_fit_their_type() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredField.text("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredField.text("a", 4001));
        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredField.decimal("a", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredField.decimal("a", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeclaredField("a", FieldType.DATE, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeclaredField("a", FieldType.INTEGER, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredField.of("a", FieldType.TEXT));
    }

    @Test
    void a_type_declares_no_field_twice_and_none_that_is_built_in() {
        wrongType(List.of(NAME, NAME), List.of(), List.of());
        for (String reserved : List.of("id", "tenant", "version", "body")) {
            wrongType(List.of(DeclaredField.text(reserved, 1)), List.of(), List.of());
        }
        for (String reserved :
                List.of("key", "occurred_at", "position", "subject", "subjects", "body", "id", "tenant")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LogType("log", List.of(DeclaredField.text(reserved, 1)), List.of()));
        }
    }

    @Test
    void a_key_has_one_to_four_fields_that_can_be_keys() {
        wrongType(List.of(SCORE), List.of(UniqueKey.of("key", "score")), List.of());
        wrongType(List.of(TAGS), List.of(UniqueKey.of("key", "tags")), List.of());
        wrongType(List.of(NAME), List.of(UniqueKey.of("key", "unknown")), List.of());
        wrongType(List.of(NAME), List.of(UniqueKey.of("key", "name"), UniqueKey.of("key", "name")), List.of());
        wrongType(
                List.of(NAME, DeclaredField.text("other", 301)),
                List.of(UniqueKey.of("key", "name", "other")),
                List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> UniqueKey.of("key"));
        assertThatIllegalArgumentException().isThrownBy(() -> UniqueKey.of("key", "a", "b", "c", "d", "e"));
    }

    @Test
    void an_index_takes_a_text_set_alone() {
        new DocumentType("one", List.of(NAME, TAGS), List.of(), List.of(Index.on("by_tags", "tags")));
        wrongType(List.of(NAME, TAGS), List.of(), List.of(Index.on("both", "tags", "name")));
        wrongType(List.of(DeclaredField.text("long", 601)), List.of(), List.of(Index.on("by_long", "long")));
        assertThatIllegalArgumentException().isThrownBy(() -> Index.on("none"));
    }

    @Test
    void a_tenant_has_a_plain_name() {
        assertThat(TenantId.of("A.b_c-9")).hasToString("A.b_c-9");
        for (String name : List.of("", " ", "a b", "a/b", "\u00E4", "x".repeat(65), "a\n")) {
            assertThatIllegalArgumentException().isThrownBy(() -> TenantId.of(name));
        }
    }

    private static void wrongType(List<DeclaredField> fields, List<UniqueKey> keys, List<Index> indexes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DocumentType("one", fields, keys, indexes));
    }
}
