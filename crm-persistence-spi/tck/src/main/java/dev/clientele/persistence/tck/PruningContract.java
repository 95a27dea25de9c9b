package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The suite of rule L6: entries that are removed from a log for good. */
public abstract class PruningContract extends TenantSuite {

    private static final String TOUCH = SampleSchema.TOUCH;
    private static final Criteria ANY = Criteria.always();

    /** Creates the suite; for subclasses. */
    protected PruningContract() {}

    @Test
    void L6_a_pruned_entry_is_in_no_answer_any_more() {
        append("a", "b", "c", "d");
        assertThat(prune(ANY, null, 2)).isEqualTo(2);

        assertThat(keys(books.scan(LogQuery.all(TOUCH)))).containsExactly("c", "d");
        for (long subject = 1; subject <= 3; subject++) {
            LogQuery about = LogQuery.newestFirst(TOUCH, SampleRecords.id(subject));
            assertThat(keys(books.scan(about))).containsExactly("d", "c");
            assertThat(keys(TenantStorage.items(books.pages(about, 1)))).containsExactly("d", "c");
            assertThat(books.pages(about, 2)).hasSize(1);
            assertThat(count(books, Aggregation.count(TOUCH, ANY).withSubject(SampleRecords.id(subject))))
                    .isEqualTo(2);
        }
        assertThat(keys(TenantStorage.items(books.pages(LogQuery.all(TOUCH), 1))))
                .containsExactly("c", "d");
        assertThat(books.count(TOUCH)).isEqualTo(2);
        assertThat(matching(Criteria.in(LogType.KEY, List.of("a", "b", "c")))).containsExactly("c");
        assertThat(matching(Criteria.equal("kind", "mail"))).containsExactly("c", "d");
        assertThat(matching(Criteria.has("labels", "l"))).containsExactly("c", "d");
        assertThat(keys(follow(Position.START))).containsExactly("c", "d");
    }

    @Test
    void L6_the_key_of_a_pruned_entry_stays_taken() {
        append("a", "b");
        prune(ANY, null, 1);

        assertThat(append("a", "c", "b", "A")).containsExactlyInAnyOrder("a", "b");
        assertThat(keys(follow(Position.START))).containsExactly("b", "c", "A");
        assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit("a"))).isEmpty();
        prune(ANY, null, 10);
        assertThat(append("a", "b", "c")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(books.count(TOUCH)).isZero();
    }

    @Test
    void L6_the_position_of_a_pruned_entry_is_given_to_no_other() {
        append("a", "b", "c");
        List<LogEntry> before = follow(Position.START);
        Position last = position(before.get(2));
        assertThat(prune(ANY, null, 10)).isEqualTo(3);
        append("d");
        assertThat(follow(last)).extracting(LogEntry::key).containsExactly("d");
        assertThat(prune(ANY, null, 10)).isEqualTo(1);
        append("e");

        assertThat(keys(follow(last))).containsExactly("e");
        assertThat(position(follow(Position.START).get(0))).isGreaterThan(last);
    }

    @Test
    void L6_readers_pass_over_what_was_pruned_whether_or_not_they_have_seen_it() {
        append("a", "b", "c", "d", "e", "f");
        List<LogEntry> all = follow(Position.START);
        prune(ANY, position(all.get(3)), 10);

        assertThat(keys(follow(Position.START))).containsExactly("e", "f");
        assertThat(keys(follow(position(all.get(1))))).containsExactly("e", "f");
        assertThat(keys(follow(position(all.get(3))))).containsExactly("e", "f");
        assertThat(books.follow(TOUCH, position(all.get(0)), 1)).containsExactly(all.get(4));
        assertThat(books.follow(TOUCH, position(all.get(4)), 1)).containsExactly(all.get(5));
    }

    @Test
    void L6_pruning_stops_at_the_position_it_is_given() {
        append("a", "b", "c", "d");
        List<LogEntry> all = follow(Position.START);

        assertThat(prune(ANY, Position.START, 10)).isZero();
        assertThat(prune(ANY, position(all.get(1)), 10)).isEqualTo(2);
        assertThat(prune(ANY, position(all.get(1)), 10)).isZero();
        assertThat(keys(follow(Position.START))).containsExactly("c", "d");
    }

    @Test
    void L6_pruning_takes_the_first_in_order_of_position_up_to_its_limit() {
        books.append(
                TOUCH,
                touch("late", 9, "mail"),
                touch("early", 1, "mail"),
                touch("middle", 5, "mail"),
                touch("first", 0, "mail"));

        assertThat(prune(ANY, null, 1)).isEqualTo(1);
        assertThat(keys(follow(Position.START))).containsExactly("early", "middle", "first");
        assertThat(prune(ANY, null, 2)).isEqualTo(2);
        assertThat(keys(follow(Position.START))).containsExactly("first");
        assertThat(prune(ANY, null, 1)).isEqualTo(1);
        assertThat(prune(ANY, null, 1)).isZero();
    }

    @Test
    void L6_pruning_takes_only_what_meets_its_criteria() {
        books.append(
                TOUCH,
                touch("a", 0, "mail"),
                touch("b", 1, "call"),
                touch("c", 2, "mail"),
                touch("d", 3, "call"),
                touch("e", 4, "mail"));
        Criteria old = Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, SampleRecords.NOON.plusSeconds(2));
        Criteria mails = Criteria.equal("kind", "mail");
        if (!books.pushesDown(old) || !books.pushesDown(mails)) {
            return; // never asked of such an adapter
        }

        assertThat(prune(mails, null, 2)).isEqualTo(2);
        assertThat(keys(follow(Position.START))).containsExactly("b", "d", "e");
        assertThat(prune(old, null, 10)).isEqualTo(1);
        assertThat(keys(follow(Position.START))).containsExactly("d", "e");
        assertThat(prune(old.and(mails), null, 10)).isZero();
        assertThat(prune(Criteria.not(mails), null, 10)).isEqualTo(1);
        assertThat(keys(follow(Position.START))).containsExactly("e");
    }

    @Test
    void L6_pruning_is_a_write_like_any_other() {
        append("a", "b");
        StorageSession writer = closeAfterTest(storage().write(books.tenant()));
        assertThat(writer.prune(new Pruning(TOUCH, ANY, null, 1))).isEqualTo(1);
        assertThat(writer.page(LogQuery.all(TOUCH), PageRequest.first(10)).items())
                .extracting(LogEntry::key)
                .containsExactly("b");
        assertThat(writer.append(TOUCH, List.of(touch("a", 0, "mail")))).containsExactly("a");
        assertThat(books.count(TOUCH)).isEqualTo(2);
        writer.close();

        assertThat(keys(follow(Position.START))).containsExactly("a", "b");
        assertThat(append("a")).containsExactly("a");
    }

    @Test
    void L6_a_log_is_pruned_of_its_own_entries_of_the_own_tenant() {
        TenantStorage other = newTenantStorage();
        other.append(TOUCH, touch("a", 0, "mail"));
        append("a");
        books.append(SampleSchema.AUDIT, SampleRecords.audit("a"));

        assertThat(prune(ANY, null, 10)).isEqualTo(1);
        assertThat(other.count(TOUCH)).isEqualTo(1);
        assertThat(books.count(SampleSchema.AUDIT)).isEqualTo(1);
        assertThat(other.append(TOUCH, touch("b", 0, "mail"))).isEmpty();
    }

    @Test
    void L6_thousands_of_entries_are_pruned_in_turns() {
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            entries.add(SampleRecords.audit("k" + i, SampleRecords.NOON, SampleRecords.id(i % 7), SampleRecords.id(9)));
        }
        books.append(SampleSchema.AUDIT, entries.toArray(LogEntry[]::new));
        int removed = 0;
        for (int some = 1000; some == 1000; removed += some) {
            some = books.prune(new Pruning(SampleSchema.AUDIT, ANY, null, 1000));
        }

        assertThat(removed).isEqualTo(3000);
        assertThat(books.scan(LogQuery.newestFirst(SampleSchema.AUDIT, SampleRecords.id(9))))
                .isEmpty();
        assertThat(books.append(SampleSchema.AUDIT, entries.toArray(LogEntry[]::new)))
                .hasSize(3000);
    }

    @Test
    void L6_a_wrong_pruning_is_refused() {
        append("a");
        for (Pruning wrong :
                List.of(new Pruning("stranger", ANY, null, 1), new Pruning(SampleSchema.NOTE, ANY, null, 1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> books.prune(wrong));
        }
        for (Criteria wrong : List.of(Criteria.equal("unknown", 1L), Criteria.equal("count", "text"))) {
            if (books.pushesDown(wrong)) {
                assertThatIllegalArgumentException().isThrownBy(() -> books.prune(new Pruning(TOUCH, wrong, null, 1)));
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Pruning(TOUCH, ANY, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pruning(TOUCH, ANY, null, PageRequest.MAX_LIMIT + 1));
        assertThat(books.count(TOUCH)).isEqualTo(1);
    }

    @Test
    void L6_a_reader_of_the_feed_misses_nothing_while_what_it_has_read_is_pruned() {
        int entries = 120;
        List<String> seen = new ArrayList<>();
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> {
                for (int i = 0; i < entries; i++) {
                    LogEntry entry = touch("k" + i, i % 3, "mail");
                    while (!appended(entry)) {
                        Thread.onSpinWait();
                    }
                }
            });
            Position last = Position.START;
            while (seen.size() < entries && (crew.isRunning() || !follow(last).isEmpty())) {
                for (LogEntry entry : books.follow(TOUCH, last, 7)) {
                    seen.add(entry.key());
                    last = position(entry);
                }
                Position read = last;
                untilNotBusy(() -> prune(ANY, read, 5));
            }
            crew.join();
        }
        assertThat(seen).hasSize(entries).doesNotHaveDuplicates();
    }

    private boolean appended(LogEntry entry) {
        try {
            books.append(TOUCH, entry);
            return true;
        } catch (StorageException e) {
            if (!e.retryable()) {
                throw e;
            }
            return false;
        }
    }

    private static void untilNotBusy(Runnable transaction) {
        try {
            transaction.run();
        } catch (StorageException e) {
            if (!e.retryable()) {
                throw e;
            }
        }
    }

    private Set<String> append(String... keys) {
        LogEntry[] entries = new LogEntry[keys.length];
        for (int i = 0; i < keys.length; i++) {
            entries[i] = touch(keys[i], i, "mail");
        }
        return books.append(TOUCH, entries);
    }

    private static LogEntry touch(String key, int second, String kind) {
        return LogEntry.of(
                key,
                Set.of(SampleRecords.id(1), SampleRecords.id(2), SampleRecords.id(3)),
                SampleRecords.NOON.plusSeconds(second),
                Map.of("kind", kind, "labels", Set.of("l", kind)),
                "");
    }

    private int prune(Criteria where, @Nullable Position upTo, int limit) {
        return books.prune(new Pruning(TOUCH, where, upTo, limit));
    }

    private List<LogEntry> follow(Position after) {
        return books.follow(TOUCH, after, 100);
    }

    private List<String> matching(Criteria where) {
        return keys(books.scan(LogQuery.all(TOUCH).and(where)));
    }

    private static long count(TenantStorage books, Aggregation aggregation) {
        return books.read(session -> session.aggregate(aggregation)).get(0).count(0);
    }

    private static Position position(LogEntry entry) {
        return Objects.requireNonNull(entry.position());
    }

    private static List<String> keys(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::key).toList();
    }
}
