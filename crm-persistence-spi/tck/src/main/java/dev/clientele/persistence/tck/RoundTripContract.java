package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules D1 and L2: what is stored comes back in canonical form, to the character. */
public abstract class RoundTripContract extends StorageContract {

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected RoundTripContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void D1_values_come_back_as_they_were() {
        Map<String, Object> fields = Map.of(
                "title",
                "Turbines 2027",
                "tags",
                Set.of("a", "b"),
                "quantity",
                -7L,
                "amount",
                new BigDecimal("1200.50"),
                "rate",
                new BigDecimal("0.000000001"),
                "open",
                false,
                "score",
                0.1,
                "seen_at",
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                "due",
                LocalDate.of(2024, 2, 29));
        assertReturned(fields, fields);
    }

    @Test
    void D1_a_document_without_values_comes_back_without_values() {
        assertReturned(Map.of(), Map.of());
    }

    @Test
    void D1_integers_keep_64_bits() {
        for (long value : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, Integer.MIN_VALUE - 1L}) {
            assertReturned(Map.of("quantity", value), Map.of("quantity", value));
        }
    }

    @Test
    void D1_decimals_come_back_at_their_declared_scale() {
        assertReturned(Map.of("amount", new BigDecimal("5")), Map.of("amount", new BigDecimal("5.00")));
        assertReturned(Map.of("amount", new BigDecimal("1E+3")), Map.of("amount", new BigDecimal("1000.00")));
        assertReturned(Map.of("amount", new BigDecimal("-0.10000")), Map.of("amount", new BigDecimal("-0.10")));
        assertReturned(Map.of("amount", BigDecimal.ZERO), Map.of("amount", new BigDecimal("0.00")));
    }

    @Test
    void D1_decimals_keep_18_digits() {
        for (String value : List.of("9999999999999999.99", "-9999999999999999.99", "1234567890123456.78")) {
            BigDecimal amount = new BigDecimal(value);
            assertReturned(Map.of("amount", amount), Map.of("amount", amount));
        }
        BigDecimal rate = new BigDecimal("-999999999.999999999");
        assertReturned(Map.of("rate", rate), Map.of("rate", rate));
    }

    @Test
    void D1_reals_keep_every_bit() {
        for (double value : new double[] {
            Double.MIN_VALUE,
            -Double.MAX_VALUE,
            1e-300,
            0.1 + 0.2,
            1 / 3.0,
            123456789.12345679,
            1e22,
            2251799813685248.5
        }) {
            assertReturned(Map.of("score", value), Map.of("score", value));
        }
    }

    @Test
    void D1_a_real_minus_zero_comes_back_as_zero() {
        assertReturned(Map.of("score", -0.0), Map.of("score", 0.0));
    }

    @Test
    void D1_instants_come_back_in_whole_microseconds() {
        Map<String, String> truncated = Map.of(
                "2026-03-01T12:00:00.123456789Z", "2026-03-01T12:00:00.123456Z",
                "1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999Z",
                "1582-10-10T00:00:00.000001Z", "1582-10-10T00:00:00.000001Z",
                "1900-02-28T23:59:59Z", "1900-02-28T23:59:59Z");
        truncated.forEach((given, expected) ->
                assertReturned(Map.of("seen_at", Instant.parse(given)), Map.of("seen_at", Instant.parse(expected))));
    }

    @Test
    void D1_dates_come_back_as_the_same_day() {
        for (String day : List.of(
                "0001-01-01", "9999-12-31", "1582-10-10", "1900-03-01", "1970-01-01", "1969-12-31", "2011-12-30")) {
            assertReturned(Map.of("due", LocalDate.parse(day)), Map.of("due", LocalDate.parse(day)));
        }
    }

    @Test
    void D1_text_comes_back_character_for_character() {
        for (String text : SampleTexts.AWKWARD) {
            assertReturned(Map.of("remark", text), Map.of("remark", text));
        }
    }

    @Test
    void D1_text_is_limited_in_code_points() {
        String emoji = "\uD83D\uDE00".repeat(SampleSchema.TITLE_LIMIT);
        assertReturned(Map.of("title", emoji), Map.of("title", emoji));

        String longest = "\uD83D\uDE00".repeat(4000);
        assertReturned(Map.of("remark", longest), Map.of("remark", longest));
    }

    @Test
    void D1_a_text_set_keeps_its_elements_and_an_empty_one_is_no_value() {
        assertReturned(Map.of("tags", Set.of()), Map.of());
        Set<String> awkward = SampleTexts.AWKWARD.stream()
                .filter(text -> text.codePointCount(0, text.length()) <= 30)
                .collect(Collectors.toSet());
        assertReturned(Map.of("tags", awkward), Map.of("tags", awkward));
        Set<String> thousand =
                IntStream.range(0, 1000).mapToObj(number -> "t" + number).collect(Collectors.toSet());
        assertReturned(Map.of("tags", thousand), Map.of("tags", thousand));
    }

    @Test
    void D1_a_body_comes_back_character_for_character() {
        for (String body : SampleTexts.AWKWARD) {
            assertBody(body);
        }
        assertBody("{\"b\":1,  \"a\":1.0,\"a\":2}\n");
        assertBody("x".repeat(1 << 20));
        assertBody("\uD83D\uDE00".repeat(1 << 19));
    }

    @Test
    void D1_every_bit_of_an_id_counts() {
        for (UUID id :
                List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 1), new UUID(1, Long.MIN_VALUE))) {
            Document note = new Document(SampleSchema.NOTE, id, 0, Map.of(), id.toString());
            books.insert(note);
            assertThat(books.find(note)).contains(note.atVersion(1));
        }
    }

    @Test
    void L2_an_entry_comes_back_as_it_was_appended() {
        Map<String, Object> fields = Map.of(
                "kind",
                "call",
                "labels",
                Set.of("a", "\uD83D\uDE00"),
                "count",
                Long.MIN_VALUE,
                "amount",
                new BigDecimal("-0.01"),
                "inbound",
                true,
                "weight",
                1e-300,
                "answered_at",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                "day",
                LocalDate.of(2024, 2, 29));
        LogEntry entry = LogEntry.of(
                "key % _ \uD83D\uDE00",
                Set.of(SampleRecords.id(1), SampleRecords.id(2), new UUID(0, 0), new UUID(-1, -1)),
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                fields,
                SampleTexts.AWKWARD.get(0));
        books.append(SampleSchema.TOUCH, entry);

        List<LogEntry> stored = books.scan(LogQuery.all(SampleSchema.TOUCH));
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).position()).isNotNull();
        assertThat(withoutPosition(stored.get(0))).isEqualTo(entry);
    }

    @Test
    void L2_an_entry_has_up_to_32_subjects_and_a_key_of_up_to_300_code_points() {
        Set<UUID> subjects = IntStream.range(0, 32).mapToObj(SampleRecords::id).collect(Collectors.toSet());
        LogEntry entry = LogEntry.of("\uD83D\uDE00".repeat(300), subjects, SampleRecords.NOON, Map.of(), "");
        books.append(SampleSchema.AUDIT, entry);

        for (UUID subject : subjects) {
            assertThat(books.scan(LogQuery.newestFirst(SampleSchema.AUDIT, subject)))
                    .extracting(RoundTripContract::withoutPosition)
                    .containsExactly(entry);
        }
    }

    private static LogEntry withoutPosition(LogEntry entry) {
        return LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body());
    }

    private void assertReturned(Map<String, Object> given, Map<String, Object> expected) {
        TenantStorage fresh = newTenantStorage();
        fresh.insert(SampleRecords.deal(1, given));

        assertThat(fresh.find(SampleRecords.deal(1, Map.of())))
                .contains(SampleRecords.deal(1, expected).atVersion(1));
    }

    private void assertBody(String body) {
        TenantStorage fresh = newTenantStorage();
        fresh.insert(SampleRecords.withBody(SampleRecords.note(1), body));

        assertThat(fresh.find(SampleRecords.note(1)).map(Document::body)).isEqualTo(Optional.of(body));
    }
}
