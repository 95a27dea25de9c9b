package dev.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final UUID ID = new UUID(1, 2);
    private static final DocumentType DEAL = new DocumentType(
            "deal",
            List.of(DeclaredField.decimal("amount", 2), DeclaredField.textSet("tags", 5)),
            List.of(),
            List.of());
    private static final LogType TOUCH = new LogType("touch", List.of(DeclaredField.text("kind", 5)), List.of());

    @Test
    void a_document_copies_its_fields_and_reads_its_id_as_text() {
        Map<String, Object> fields = new HashMap<>(Map.of("amount", BigDecimal.ONE));
        Document deal = new Document("deal", ID, 0, fields, "body");
        fields.clear();

        assertThat(deal.read("amount")).isEqualTo(BigDecimal.ONE);
        assertThat(deal.read("id")).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(deal.read("unknown")).isNull();
    }

    @Test
    void text_forms_tell_no_values() {
        Document deal = new Document("deal", ID, 3, Map.of("amount", BigDecimal.TEN), "secret");
        LogEntry entry = LogEntry.of("secret", Set.of(ID), Instant.EPOCH, Map.of("kind", "secret"), "secret");

        assertThat(deal).hasToString("deal " + ID + " v3");
        assertThat(entry.toString()).doesNotContain("secret");
    }

    @Test
    void a_type_brings_documents_into_canonical_form_or_says_which_field_does_not_fit() {
        Document given = new Document("deal", ID, 7, Map.of("amount", BigDecimal.ONE, "tags", Set.of()), "body");

        assertThat(DEAL.canonical(given))
                .isEqualTo(new Document("deal", ID, 7, Map.of("amount", new BigDecimal("1.00")), "body"));
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> DEAL.canonical(new Document("deal", ID, 0, Map.of("amount", "secret"), "")))
                .matches(thrown ->
                        thrown.field().equals("amount") && thrown.type().equals("deal"))
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> DEAL.canonical(new Document("deal", ID, 0, Map.of("other", 1L), "")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEAL.canonical(new Document("other", ID, 0, Map.of(), "")));
    }

    @Test
    void a_body_is_clean_and_at_most_a_million_units_long() {
        DEAL.canonical(new Document("deal", ID, 0, Map.of(), "x".repeat(1 << 20)));
        for (String body : List.of("x".repeat((1 << 20) + 1), "\0", "\uD83D")) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> DEAL.canonical(new Document("deal", ID, 0, Map.of(), body)))
                    .matches(thrown -> thrown.field().equals("body"));
        }
    }

    @Test
    void a_log_brings_entries_into_canonical_form() {
        LogEntry given =
                LogEntry.of("k", Set.of(ID), Instant.parse("2026-03-01T00:00:00.0000019Z"), Map.of("kind", "call"), "");

        assertThat(TOUCH.canonical(given).occurredAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00.000001Z"));
        for (LogEntry misfit : List.of(
                LogEntry.of("x".repeat(301), Set.of(ID), Instant.EPOCH, Map.of(), ""),
                LogEntry.of("\0", Set.of(ID), Instant.EPOCH, Map.of(), ""),
                LogEntry.of("k", Set.of(ID), Instant.MAX, Map.of(), ""),
                LogEntry.of("k", Set.of(ID), Instant.EPOCH, Map.of("kind", "longer"), ""),
                LogEntry.of("k", Set.of(ID), Instant.EPOCH, Map.of(), "\0"))) {
            assertThatExceptionOfType(InvalidRecordException.class).isThrownBy(() -> TOUCH.canonical(misfit));
        }
    }

    @Test
    void an_entry_has_a_key_and_1_to_32_subjects() {
        Set<UUID> many = LongStream.range(0, 33).mapToObj(n -> new UUID(0, n)).collect(Collectors.toSet());

        assertThatIllegalArgumentException().isThrownBy(() -> LogEntry.of("", Set.of(ID), Instant.EPOCH, Map.of(), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> LogEntry.of("k", Set.of(), Instant.EPOCH, Map.of(), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> LogEntry.of("k", many, Instant.EPOCH, Map.of(), ""));
    }

    @Test
    void an_insert_is_at_version_0_and_a_replacement_is_not() {
        Document document = new Document("deal", ID, 0, Map.of(), "");

        assertThatIllegalArgumentException().isThrownBy(() -> new Write.Insert(document.atVersion(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Write.Replace(document));
        assertThatIllegalArgumentException().isThrownBy(() -> document.atVersion(-1));
    }

    @Test
    void exceptions_say_what_the_caller_can_do() {
        assertThat(new ConflictException(List.of(new DocumentKey("deal", ID)), null).retryable())
                .isFalse();
        assertThat(new ConflictException(List.of(), null).retryable()).isTrue();
        assertThat(new StorageUnavailableException("busy", null).retryable()).isTrue();
        assertThat(new CommitOutcomeUnknownException("lost", null).retryable()).isFalse();
        assertThat(new DuplicateKeyException("deal", "number", null))
                .hasMessage("another deal has the same number")
                .matches(thrown -> !thrown.retryable());
    }
}
