package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule L7: entries that must not go on saying what they said. */
public abstract class RedactionContract extends TenantSuite {

    private static final String TOUCH = SampleSchema.TOUCH;
    private static final Map<String, Object> FIELDS = Map.of(
            "kind",
            "mail",
            "labels",
            Set.of("l", "m"),
            "count",
            3L,
            "amount",
            new BigDecimal("1.50"),
            "inbound",
            true,
            "day",
            LocalDate.of(2026, 3, 1));
    private static final Redaction REDACTION =
            new Redaction("b", Map.of("kind", "call", "labels", Set.of("m", "n")), "redacted");

    /** Creates the suite; for subclasses. */
    protected RedactionContract() {}

    @BeforeEach
    void appendEntries() {
        books.append(TOUCH, touch("c", 2), touch("b", 1), touch("a", 1), touch("d", 0));
    }

    @Test
    void L7_a_redacted_entry_has_other_fields_and_another_body_for_every_reader() {
        LogEntry before = entry("b");
        assertThat(books.redact(TOUCH, REDACTION)).isEmpty();
        LogEntry after = new LogEntry(
                "b",
                before.subjects(),
                before.occurredAt(),
                Map.of("kind", "call", "labels", Set.of("m", "n")),
                "redacted",
                before.position());

        assertThat(entry("b")).isEqualTo(after);
        assertThat(books.scan(LogQuery.all(TOUCH))).contains(after).doesNotContain(before);
        assertThat(TenantStorage.items(books.pages(LogQuery.all(TOUCH), 2)))
                .contains(after)
                .doesNotContain(before);
        for (long subject = 1; subject <= 2; subject++) {
            LogQuery about = LogQuery.newestFirst(TOUCH, SampleRecords.id(subject));
            assertThat(books.scan(about)).contains(after).doesNotContain(before).hasSize(4);
            assertThat(TenantStorage.items(books.pages(about, 1)))
                    .contains(after)
                    .hasSize(4);
        }
    }

    @Test
    void L7_key_subjects_time_and_position_stay() {
        List<LogEntry> before = follow();
        books.redact(TOUCH, REDACTION, new Redaction("c", Map.of(), ""));
        List<LogEntry> after = follow();

        assertThat(after).extracting(LogEntry::key).containsExactly("c", "b", "a", "d");
        assertThat(after).extracting(LogEntry::position).isEqualTo(positions(before));
        assertThat(after)
                .extracting(LogEntry::occurredAt)
                .containsExactlyElementsOf(
                        before.stream().map(LogEntry::occurredAt).toList());
        assertThat(after)
                .extracting(LogEntry::subjects)
                .containsExactlyElementsOf(
                        before.stream().map(LogEntry::subjects).toList());
        assertThat(keys(LogQuery.all(TOUCH))).containsExactly("d", "a", "b", "c");
        assertThat(books.append(TOUCH, touch("b", 9))).containsExactly("b");
        assertThat(entry("b").body()).isEqualTo("redacted");
    }

    @Test
    void L7_no_question_finds_a_redacted_entry_by_what_it_said() {
        books.redact(TOUCH, REDACTION);

        assertThat(matching(Criteria.equal("kind", "mail"))).containsExactly("d", "a", "c");
        assertThat(matching(Criteria.equal("kind", "call"))).containsExactly("b");
        assertThat(matching(Criteria.has("labels", "l"))).containsExactly("d", "a", "c");
        assertThat(matching(Criteria.has("labels", "m"))).containsExactly("d", "a", "b", "c");
        assertThat(matching(Criteria.hasAny("labels", List.of("n", "o")))).containsExactly("b");
        for (String field : List.of("count", "amount", "inbound", "day")) {
            assertThat(matching(Criteria.missing(field))).as(field).containsExactly("b");
        }
        Aggregation byKind = new Aggregation(
                TOUCH, Criteria.always(), List.of("kind"), List.of(Measure.count(), Measure.max("count")));
        for (Aggregation figures : List.of(byKind, byKind.withSubject(SampleRecords.id(1)))) {
            List<Group> groups = books.read(session -> session.aggregate(figures));
            assertThat(groups).hasSize(2);
            assertThat(groups.get(0).values()).containsExactly(1L, null);
            assertThat(groups.get(1).values()).containsExactly(3L, 3L);
        }
    }

    @Test
    void L7_entries_that_are_not_there_are_left_out_and_reported() {
        TenantStorage other = newTenantStorage();
        other.append(TOUCH, touch("e", 0));
        books.append(SampleSchema.AUDIT, SampleRecords.audit("f"));

        assertThat(books.redact(
                        TOUCH,
                        new Redaction("e", Map.of(), ""),
                        REDACTION,
                        new Redaction("f", Map.of(), ""),
                        new Redaction("B", Map.of(), "")))
                .containsExactlyInAnyOrder("e", "f", "B");
        assertThat(entry("b").body()).isEqualTo("redacted");
        assertThat(books.scan(LogQuery.all(TOUCH)))
                .filteredOn(LogEntry::body, "")
                .isEmpty();
        assertThat(other.scan(LogQuery.all(TOUCH))).extracting(LogEntry::body).containsExactly("touch e");
        assertThat(books.redact(TOUCH)).isEmpty();
    }

    @Test
    void L7_an_entry_that_was_pruned_is_not_there() {
        books.prune(new Pruning(TOUCH, Criteria.always(), null, 2));

        assertThat(books.redact(TOUCH, REDACTION, new Redaction("d", Map.of(), "")))
                .containsExactly("b");
        assertThat(keys(LogQuery.all(TOUCH))).containsExactly("d", "a");
    }

    @Test
    void L7_a_redacted_entry_can_be_redacted_again_and_pruned() {
        books.redact(TOUCH, REDACTION);
        books.redact(TOUCH, new Redaction("b", FIELDS, "again"));
        assertThat(entry("b").fields()).isEqualTo(FIELDS);
        assertThat(matching(Criteria.equal("kind", "call"))).isEmpty();
        assertThat(matching(Criteria.has("labels", "n"))).isEmpty();

        books.prune(new Pruning(TOUCH, Criteria.always(), null, 2));
        assertThat(matching(Criteria.equal("kind", "mail"))).containsExactly("d", "a");
    }

    @Test
    void L7_redacting_is_a_write_like_any_other() {
        List<LogEntry> before = books.scan(LogQuery.all(TOUCH));
        StorageSession writer = closeAfterTest(storage().write(books.tenant()));
        writer.append(TOUCH, List.of(touch("own", 5)));
        assertThat(writer.redact(TOUCH, List.of(REDACTION, new Redaction("own", Map.of(), "own redacted"))))
                .isEmpty();
        assertThat(writer.page(LogQuery.newestFirst(TOUCH, SampleRecords.id(1)), PageRequest.first(10))
                        .items())
                .extracting(LogEntry::body)
                .contains("redacted", "own redacted");
        assertThat(books.scan(LogQuery.all(TOUCH))).isEqualTo(before);
        writer.close();
        assertThat(books.scan(LogQuery.all(TOUCH))).isEqualTo(before);

        books.transact(session -> {
            session.append(TOUCH, List.of(touch("own", 5)));
            session.redact(TOUCH, List.of(new Redaction("own", Map.of(), "own redacted")));
        });
        assertThat(follow()).last().extracting(LogEntry::body).isEqualTo("own redacted");
    }

    @Test
    void L7_a_wrong_redaction_is_refused_and_nothing_is_redacted() {
        List<LogEntry> before = books.scan(LogQuery.all(TOUCH));

        assertThatIllegalArgumentException().isThrownBy(() -> books.redact("stranger", REDACTION));
        assertThatIllegalArgumentException().isThrownBy(() -> books.redact(SampleSchema.NOTE, REDACTION));
        assertThatIllegalArgumentException().isThrownBy(() -> books.redact(TOUCH, REDACTION, REDACTION));
        for (Redaction misfit : List.of(
                new Redaction("a", Map.of("unknown", 1L), ""),
                new Redaction("a", Map.of("kind", "secret" + "x".repeat(30)), ""),
                new Redaction("a", Map.of("count", "secret"), ""),
                new Redaction("a", Map.of(), "nul\0"))) {
            assertThatExceptionOfType(InvalidRecordException.class)
                    .isThrownBy(() -> books.redact(TOUCH, REDACTION, misfit))
                    .withMessageNotContaining("secret");
        }
        assertThat(books.scan(LogQuery.all(TOUCH))).isEqualTo(before);
    }

    private static LogEntry touch(String key, int second) {
        return LogEntry.of(
                key,
                Set.of(SampleRecords.id(1), SampleRecords.id(2)),
                SampleRecords.NOON.plusSeconds(second),
                FIELDS,
                "touch " + key);
    }

    private List<LogEntry> follow() {
        return books.follow(TOUCH, Position.START, 100);
    }

    private LogEntry entry(String key) {
        return follow().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys(LogQuery query) {
        return books.scan(query).stream().map(LogEntry::key).toList();
    }

    private List<String> matching(Criteria where) {
        return keys(LogQuery.all(TOUCH).and(where));
    }

    private static List<@Nullable Position> positions(List<LogEntry> entries) {
        List<@Nullable Position> positions = new ArrayList<>();
        entries.forEach(entry -> positions.add(entry.position()));
        return positions;
    }
}
