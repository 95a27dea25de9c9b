package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule L4: a reader that goes on from the last position misses nothing and sees nothing twice. */
public abstract class FollowContract extends StorageContract {

    /** The system property for the number of transactions that each of four writers makes while the log is followed. */
    public static final String TRANSACTIONS = "clientele.kit.transactions";

    private static final String AUDIT = SampleSchema.AUDIT;

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected FollowContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void L4_follow_gives_entries_in_ascending_position() {
        for (int i = 0; i < 20; i++) {
            books.append(AUDIT, SampleRecords.audit("a" + i), SampleRecords.audit("b" + i));
        }
        List<LogEntry> entries = follow(Position.START, 100);

        assertThat(entries).hasSize(40);
        assertThat(entries).extracting(LogEntry::position).isSorted().doesNotHaveDuplicates();
        assertThat(entries.get(0).key()).isEqualTo("a0");
    }

    @Test
    void L4_follow_goes_on_strictly_after_a_position_and_takes_a_limit() {
        books.append(AUDIT, SampleRecords.audit("a"), SampleRecords.audit("b"), SampleRecords.audit("c"));
        List<LogEntry> first = follow(Position.START, 2);
        List<LogEntry> rest = follow(position(first.get(1)), 10_000);

        assertThat(first).extracting(LogEntry::key).containsExactly("a", "b");
        assertThat(rest).extracting(LogEntry::key).containsExactly("c");
        assertThat(follow(position(rest.get(0)), 10)).isEmpty();
        assertThat(follow(new Position(Long.MAX_VALUE, Long.MAX_VALUE), 10)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> follow(Position.START, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> follow(Position.START, 10_001));
    }

    @Test
    void L4_each_log_is_followed_for_itself() {
        books.append(AUDIT, SampleRecords.audit("a"));
        books.append(SampleSchema.TOUCH, SampleRecords.touch("t", Map.of()));

        assertThat(follow(Position.START, 10)).extracting(LogEntry::key).containsExactly("a");
    }

    @Test
    void L4_an_entry_has_the_same_position_however_it_is_read() {
        books.append(AUDIT, SampleRecords.audit("a"), SampleRecords.audit("b"));

        assertThat(books.scan(LogQuery.all(AUDIT))).isEqualTo(follow(Position.START, 10));
    }

    @Test
    void L4_what_was_rolled_back_is_never_given() {
        try (StorageSession session = storage().write(books.tenant())) {
            session.append(AUDIT, List.of(SampleRecords.audit("gone")));
        }
        books.append(AUDIT, SampleRecords.audit("kept"));

        assertThat(follow(Position.START, 10)).extracting(LogEntry::key).containsExactly("kept");
    }

    @Test
    void L4_an_entry_that_commits_later_than_a_younger_one_is_not_missed() {
        Feed feed = new Feed();
        StorageSession early = closeAfterTest(storage().write(books.tenant()));
        early.append(AUDIT, List.of(SampleRecords.audit("early")));
        if (has(Capability.CONCURRENT_WRITERS)) {
            books.append(AUDIT, SampleRecords.audit("late"));
            feed.read();
            commitOrRepeat(early);
        } else {
            feed.read();
            early.commit();
            early.close();
            books.append(AUDIT, SampleRecords.audit("late"));
        }
        books.append(AUDIT, SampleRecords.audit("last"));
        feed.read();

        assertThat(feed.keys).containsExactlyInAnyOrder("early", "late", "last");
    }

    private void commitOrRepeat(StorageSession early) {
        try (early) {
            early.commit();
        } catch (ConflictException e) {
            assertThat(writesOnSnapshots()).as("two that only append collide").isTrue();
            books.append(AUDIT, SampleRecords.audit("early"));
        }
    }

    @Test
    void L4_a_reader_misses_nothing_under_concurrent_writers_and_rollbacks() {
        int writers = 4;
        int transactions = Integer.getInteger(TRANSACTIONS, 60);
        Set<String> committed = ConcurrentHashMap.newKeySet();
        Feed feed = new Feed();
        try (TestThreads crew = new TestThreads()) {
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                crew.start(() -> {
                    Random random = new Random(number);
                    for (int i = 0; i < transactions; i++) {
                        append(random, number + "-" + i, committed);
                    }
                });
            }
            while (crew.isRunning()) {
                feed.read();
            }
            crew.join();
        }
        feed.read();

        assertThat(feed.keys).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
    }

    /** Appends one to three entries in a transaction, a fifth of which are rolled back. */
    private void append(Random random, String name, Set<String> committed) {
        List<LogEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.add(SampleRecords.audit(name + "-" + i));
        }
        try (StorageSession session = storage().write(books.tenant())) {
            session.append(AUDIT, entries);
            if (random.nextInt(5) > 0) {
                session.commit();
                entries.forEach(entry -> committed.add(entry.key()));
            }
        } catch (StorageException e) {
            if (!e.retryable()) {
                throw e;
            }
        }
    }

    private List<LogEntry> follow(Position after, int limit) {
        return books.follow(AUDIT, after, limit);
    }

    private static Position position(LogEntry entry) {
        return Objects.requireNonNull(entry.position());
    }

    /** A reader that remembers the last position it was given. */
    private final class Feed {
        private final List<String> keys = new ArrayList<>();
        private Position last = Position.START;

        void read() {
            for (List<LogEntry> some = follow(last, 7); !some.isEmpty(); some = follow(last, 7)) {
                for (LogEntry entry : some) {
                    assertThat(position(entry)).isGreaterThan(last);
                    last = position(entry);
                    keys.add(entry.key());
                }
            }
        }
    }
}
