package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.InvalidRecordException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rules L1 to L3 and L5: appending and reading logs. */
public abstract class LogContract extends StorageContract {

    private static final String AUDIT = SampleSchema.AUDIT;

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected LogContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void L1_an_entry_whose_key_the_log_has_is_left_out_and_reported() {
        books.append(AUDIT, SampleRecords.audit("a"), SampleRecords.audit("b"));

        assertThat(books.append(AUDIT, SampleRecords.audit("b"), SampleRecords.audit("c"), SampleRecords.audit("a")))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(keys(LogQuery.all(AUDIT))).containsExactly("a", "b", "c");
    }

    @Test
    void L1_the_first_content_of_a_key_stays() {
        LogEntry first = SampleRecords.audit("k", SampleRecords.NOON, SampleRecords.id(1));
        LogEntry other = LogEntry.of("k", Set.of(SampleRecords.id(2)), Instant.EPOCH, Map.of(), "other");
        books.append(AUDIT, first);

        assertThat(books.append(AUDIT, other)).containsExactly("k");
        assertThat(books.scan(LogQuery.all(AUDIT))).extracting(LogEntry::body).containsExactly("entry k");
        assertThat(books.scan(LogQuery.newestFirst(AUDIT, SampleRecords.id(2)))).isEmpty();
    }

    @Test
    void L1_a_key_repeated_in_one_list_counts_once() {
        LogEntry other = LogEntry.of("k", Set.of(SampleRecords.id(2)), Instant.EPOCH, Map.of(), "other");

        assertThat(books.append(AUDIT, SampleRecords.audit("k"), other, SampleRecords.audit("l")))
                .containsExactly("k");
        assertThat(books.scan(LogQuery.all(AUDIT)))
                .extracting(LogEntry::body)
                .containsExactlyInAnyOrder("entry k", "entry l");
    }

    @Test
    void L1_keys_are_apart_in_each_log_and_differ_by_case_and_space() {
        books.append(SampleSchema.TOUCH, SampleRecords.touch("k", Map.of()));

        assertThat(books.append(AUDIT, SampleRecords.audit("k"))).isEmpty();
        assertThat(books.append(AUDIT, SampleRecords.audit("K"), SampleRecords.audit("k "), SampleRecords.audit(" k")))
                .isEmpty();
        assertThat(books.append(AUDIT, SampleRecords.audit("k "))).containsExactly("k ");
    }

    @Test
    void L1_thousands_of_entries_half_of_them_known() {
        List<LogEntry> even = new ArrayList<>();
        List<LogEntry> all = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            LogEntry entry =
                    SampleRecords.audit("key-" + i, SampleRecords.NOON.plusSeconds(i), SampleRecords.id(i % 10));
            all.add(entry);
            if (i % 2 == 0) {
                even.add(entry);
            }
        }
        books.append(AUDIT, even.toArray(LogEntry[]::new));

        assertThat(books.append(AUDIT, all.toArray(LogEntry[]::new)))
                .containsExactlyInAnyOrderElementsOf(
                        even.stream().map(LogEntry::key).toList());
        assertThat(books.count(AUDIT)).isEqualTo(4000);
    }

    @Test
    void L1_an_empty_list_appends_nothing() {
        assertThat(books.append(AUDIT)).isEmpty();
        assertThat(books.count(AUDIT)).isZero();
    }

    @Test
    void D9_an_entry_that_does_not_fit_leaves_the_whole_list_out() {
        LogEntry misfit = SampleRecords.touch("m", Map.of("kind", "x".repeat(31)));

        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> books.append(SampleSchema.TOUCH, SampleRecords.touch("k", Map.of()), misfit))
                .matches(thrown -> thrown.field().equals("kind"));
        assertThat(books.count(SampleSchema.TOUCH)).isZero();
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> books.append(AUDIT, SampleRecords.audit("x".repeat(301))));
        assertThatIllegalArgumentException().isThrownBy(() -> books.append("stranger", SampleRecords.audit("k")));
    }

    @Test
    void L3_entries_come_by_time_then_key_ascending_in_both_directions() {
        Instant later = SampleRecords.NOON.plusNanos(1000);
        books.append(
                AUDIT,
                SampleRecords.audit("c", later, SampleRecords.id(1)),
                SampleRecords.audit("b", SampleRecords.NOON, SampleRecords.id(1)),
                SampleRecords.audit("d", SampleRecords.NOON, SampleRecords.id(1)),
                SampleRecords.audit("\uD83D\uDE00", SampleRecords.NOON, SampleRecords.id(1)),
                SampleRecords.audit("\uFFFD", SampleRecords.NOON, SampleRecords.id(1)),
                SampleRecords.audit("a", later, SampleRecords.id(1)));

        assertThat(keys(LogQuery.all(AUDIT))).containsExactly("b", "d", "\uFFFD", "\uD83D\uDE00", "a", "c");
        assertThat(keys(LogQuery.newestFirst(AUDIT, SampleRecords.id(1))))
                .containsExactly("a", "c", "b", "d", "\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void L3_pages_visit_every_entry_once_over_ties() {
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(SampleRecords.audit(
                    "key-" + i % 10 + "-" + i,
                    SampleRecords.NOON.plusSeconds(i / 15),
                    SampleRecords.id(i % 2),
                    SampleRecords.id(7)));
        }
        books.append(AUDIT, entries.toArray(LogEntry[]::new));
        for (LogQuery query : List.of(
                LogQuery.all(AUDIT),
                query(null, Criteria.always(), SortDirection.DESCENDING),
                LogQuery.newestFirst(AUDIT, SampleRecords.id(7)),
                query(SampleRecords.id(1), Criteria.always(), SortDirection.ASCENDING))) {
            List<String> whole = keys(query);
            assertThat(whole).hasSize(SampleRecords.id(1).equals(query.subject()) ? 20 : 40);
            for (int limit : new int[] {1, 7, 20, 40}) {
                assertThat(TenantStorage.items(books.pages(query, limit)))
                        .extracting(LogEntry::key)
                        .as("by %s", limit)
                        .containsExactlyElementsOf(whole);
            }
            assertThat(books.pages(query, 40)).hasSize(1);
        }
    }

    @Test
    void L3_a_subject_has_its_own_entries_only() {
        books.append(
                AUDIT,
                SampleRecords.audit("one", SampleRecords.NOON, SampleRecords.id(1)),
                SampleRecords.audit("both", SampleRecords.NOON, SampleRecords.id(1), SampleRecords.id(2)),
                SampleRecords.audit("two", SampleRecords.NOON, SampleRecords.id(2)));

        assertThat(keys(LogQuery.newestFirst(AUDIT, SampleRecords.id(1)))).containsExactly("both", "one");
        assertThat(keys(LogQuery.newestFirst(AUDIT, SampleRecords.id(2)))).containsExactly("both", "two");
        assertThat(keys(LogQuery.newestFirst(AUDIT, SampleRecords.id(3)))).isEmpty();
        assertThat(keys(LogQuery.all(AUDIT))).containsExactly("both", "one", "two");
    }

    @Test
    void L3_a_time_range_and_the_key_are_criteria() {
        for (int i = 0; i < 10; i++) {
            books.append(AUDIT, SampleRecords.audit("k" + i, SampleRecords.NOON.plusSeconds(i), SampleRecords.id(1)));
        }
        Criteria range = Criteria.compare(LogType.OCCURRED_AT, Operator.AT_LEAST, SampleRecords.NOON.plusSeconds(3))
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, SampleRecords.NOON.plusSeconds(6)));

        assertThat(keys(query(SampleRecords.id(1), range, SortDirection.DESCENDING)))
                .containsExactly("k5", "k4", "k3");
        assertThat(keys(query(null, Criteria.in(LogType.KEY, List.of("k7", "k1")), SortDirection.ASCENDING)))
                .containsExactly("k1", "k7");
    }

    @Test
    void L3_entries_that_arrive_out_of_order_take_their_place_in_time() {
        books.append(AUDIT, SampleRecords.audit("late", SampleRecords.NOON, SampleRecords.id(1)));
        books.append(AUDIT, SampleRecords.audit("early", SampleRecords.NOON.minusSeconds(60), SampleRecords.id(1)));

        assertThat(keys(LogQuery.all(AUDIT))).containsExactly("early", "late");
    }

    @Test
    void L5_positions_ascend_in_the_order_of_the_list() {
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(SampleRecords.audit(
                    "k" + i * 7919 % 300, SampleRecords.NOON.minusSeconds(i * 31 % 50), SampleRecords.id(i)));
        }
        books.append(AUDIT, entries.toArray(LogEntry[]::new));

        assertThat(books.follow(AUDIT, Position.START, 1000))
                .extracting(LogEntry::key)
                .containsExactlyElementsOf(entries.stream().map(LogEntry::key).toList());
    }

    private static LogQuery query(@Nullable UUID subject, Criteria where, SortDirection direction) {
        return new LogQuery(AUDIT, subject, where, direction);
    }

    private List<String> keys(LogQuery query) {
        return books.scan(query).stream().map(LogEntry::key).toList();
    }
}
