package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogUpkeepTest {

    private static final LogType TOUCH = new LogType(
            "touch", List.of(DeclaredField.text("kind", 10), DeclaredField.decimal("amount", 2)), List.of());
    private static final Schema SCHEMA = new Schema(List.of(), List.of(TOUCH));

    @Test
    void a_pruning_removes_one_to_ten_thousand_entries() {
        assertThat(pruning("touch", Criteria.always(), PageRequest.MAX_LIMIT).limit())
                .isEqualTo(10_000);
        for (int limit : new int[] {-1, 0, PageRequest.MAX_LIMIT + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> pruning("touch", Criteria.always(), limit));
        }
    }

    @Test
    void a_pruning_is_checked_against_the_schema_and_comes_in_canonical_form() {
        Pruning checked = SCHEMA.check(pruning("touch", Criteria.equal("amount", BigDecimal.ONE), 7));

        assertThat(checked).isEqualTo(pruning("touch", Criteria.equal("amount", new BigDecimal("1.00")), 7));
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.check(pruning("other", Criteria.always(), 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.check(pruning("touch", Criteria.missing("unknown"), 1)));
    }

    @Test
    void a_redaction_comes_in_canonical_form() {
        Redaction redaction = new Redaction("k", Map.of("amount", BigDecimal.ONE), "body");

        assertThat(TOUCH.canonical(redaction))
                .isEqualTo(new Redaction("k", Map.of("amount", new BigDecimal("1.00")), "body"));
    }

    @Test
    void a_redaction_that_does_not_fit_the_log_is_refused_without_its_value() {
        for (Redaction misfit : List.of(
                new Redaction("k", Map.of("kind", "secret secret"), ""),
                new Redaction("k", Map.of("unknown", "secret"), ""),
                new Redaction("k", Map.of(), "secret\0"))) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> TOUCH.canonical(misfit))
                    .withMessageNotContaining("secret");
            assertThat(misfit).asString().doesNotContain("secret");
        }
    }

    @Test
    void the_key_of_a_document_names_its_type_and_id() {
        UUID id = new UUID(0, 1);
        DocumentKey key = new DocumentKey("deal", id);

        assertThat(DocumentKey.of(new Write.Delete("deal", id, 1))).isEqualTo(key);
        assertThat(DocumentKey.of(new Document("deal", id, 3, Map.of(), ""))).isEqualTo(key);
        assertThat(key).hasToString("deal " + id);
        assertThat(new ConflictException(List.of(key), null).ids()).containsExactly(id);
    }

    private static Pruning pruning(String log, Criteria where, int limit) {
        return new Pruning(log, where, null, limit);
    }
}
