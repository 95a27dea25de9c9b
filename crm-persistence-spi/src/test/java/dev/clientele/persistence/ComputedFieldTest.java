package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComputedFieldTest {

    private static final UUID ID = new UUID(0, 1);
    private static final DeclaredField NAME = DeclaredField.text("name", 10);
    private static final DeclaredField HEAT = DeclaredField.decimal("heat", 2).asComputed();
    private static final DocumentType DEAL =
            new DocumentType("deal", List.of(NAME, HEAT), List.of(), List.of(Index.on("by_heat", "heat")));

    @Test
    void a_field_is_computed_only_if_it_says_so() {
        assertThat(NAME.computed()).isFalse();
        assertThat(HEAT.computed()).isTrue();
        assertThat(HEAT).isNotEqualTo(DeclaredField.decimal("heat", 2));
        assertThat(DEAL.computedFields()).containsExactly("heat");
    }

    @Test
    void a_document_in_canonical_form_has_nothing_in_computed_fields() {
        Document carrying = new Document("deal", ID, 0, Map.of("name", "a", "heat", BigDecimal.ONE), "");
        Document without = new Document("deal", ID, 0, Map.of("name", "a"), "");

        assertThat(DEAL.canonical(carrying)).isEqualTo(without);
        assertThat(DEAL.canonical(without)).isSameAs(without);
    }

    @Test
    void computed_values_come_in_canonical_form() {
        ComputedValues values = new ComputedValues(ID, Map.of("heat", BigDecimal.ONE));

        assertThat(DEAL.canonical(Set.of("heat"), values).fields()).isEqualTo(Map.of("heat", new BigDecimal("1.00")));
        assertThat(DEAL.canonical(Set.of("heat"), new ComputedValues(ID, Map.of()))
                        .fields())
                .isEmpty();
    }

    @Test
    void what_is_computed_has_to_be_a_computed_field_among_those_named() {
        ComputedValues heat = new ComputedValues(ID, Map.of("heat", BigDecimal.ONE));

        assertThatIllegalArgumentException().isThrownBy(() -> DEAL.canonical(Set.of("name"), heat));
        assertThatIllegalArgumentException().isThrownBy(() -> DEAL.canonical(Set.of("unknown"), heat));
        assertThatExceptionOfType(InvalidRecordException.class).isThrownBy(() -> DEAL.canonical(Set.of(), heat));
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> DEAL.canonical(Set.of("heat"), new ComputedValues(ID, Map.of("heat", "secret"))))
                .withMessageNotContaining("secret");
    }

    @Test
    void neither_a_unique_key_nor_a_log_has_computed_fields() {
        DeclaredField segment = DeclaredField.text("segment", 10).asComputed();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentType(
                        "deal", List.of(segment), List.of(UniqueKey.of("segment", "segment")), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogType("touch", List.of(segment), List.of()));
    }

    @Test
    void computed_values_show_no_value() {
        assertThat(new ComputedValues(ID, Map.of("heat", "secret"))).hasToString("computed values of " + ID);
    }
}
