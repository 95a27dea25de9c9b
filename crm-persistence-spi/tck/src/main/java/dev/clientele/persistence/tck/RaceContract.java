package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateException;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules D3 to D5 and L1 between transactions that run at once. Whoever loses gets a conflict, a duplicate or something
 * retryable; how the threads interleave decides nothing about the outcome.
 */
public abstract class RaceContract extends StorageContract {

    private static final int ROUNDS = 12;

    private Books books;

    /** For suites. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected RaceContract() {}

    @BeforeEach
    void moveIn() {
        books = newBooks();
    }

    @Test
    void D4_of_two_replacements_of_one_version_one_commits() {
        for (int round = 0; round < ROUNDS; round++) {
            Document note = Samples.note(round);
            books.insert(note);

            int winners = race(
                    8,
                    thread -> session -> session.write(List.of(new Write.Replace(
                            Samples.rewritten(note, "by " + thread).atVersion(1)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.find(note)).map(Document::version).contains(2L);
        }
    }

    @Test
    void D4_a_replacement_of_what_another_replaced_meanwhile_is_a_conflict() {
        books.insert(Samples.note(1));
        if (!has(Capability.CONCURRENT_WRITERS)) {
            books.write(new Write.Replace(Samples.note(1).atVersion(1)));
            assertStale(closedLater(storage().write(books.tenant())));
            return;
        }
        StorageSession slow = closedLater(storage().write(books.tenant()));
        assertThat(slow.find(SampleSchema.NOTE, Samples.id(1))).isPresent();
        books.write(new Write.Replace(Samples.note(1).atVersion(1)));

        assertStale(slow);
    }

    @Test
    void D4_no_update_is_lost() {
        int threads = 8;
        int increments = 25;
        books.insert(Samples.deal(1, Map.of("quantity", 0L)));
        try (Crew crew = new Crew()) {
            for (int i = 0; i < threads; i++) {
                crew.start(() -> {
                    for (int done = 0; done < increments; ) {
                        if (attempt(this::increment)) {
                            done++;
                        }
                    }
                });
            }
            crew.join();
        }
        assertThat(books.find(Samples.deal(1, Map.of())))
                .contains(Samples.deal(1, Map.of("quantity", (long) threads * increments))
                        .atVersion((long) threads * increments + 1));
    }

    @Test
    void D5_of_64_transactions_with_one_key_one_commits() {
        for (int round = 0; round < 3; round++) {
            String email = "ana" + round + "@example.org";
            int first = round * 100;

            int winners = race(
                    64,
                    thread ->
                            session -> session.write(List.of(new Write.Insert(Samples.member(first + thread, email)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.count(SampleSchema.MEMBER)).isEqualTo(round + 1L);
        }
    }

    @Test
    void D3_of_many_inserts_of_one_id_one_commits() {
        for (int round = 0; round < ROUNDS; round++) {
            Document note = Samples.note(round);

            int winners = race(
                    8,
                    thread -> session ->
                            session.write(List.of(new Write.Insert(Samples.rewritten(note, "by " + thread)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.find(note)).map(Document::version).contains(1L);
        }
    }

    @Test
    void D3_a_check_holds_until_commit() {
        for (int round = 0; round < ROUNDS * 2; round++) {
            Document one = Samples.note(round * 2L);
            Document two = Samples.note(round * 2L + 1);
            books.insert(one, two);

            race(
                    2,
                    thread -> session -> session.write(List.of(
                            check(thread == 0 ? one : two),
                            new Write.Replace((thread == 0 ? two : one).atVersion(1)))));

            assertThat(List.of(version(one), version(two)))
                    .as("each relied on what the other replaced")
                    .isNotEqualTo(List.of(2L, 2L));
        }
    }

    @Test
    void D3_a_guard_record_keeps_two_transactions_from_deciding_on_the_same_state() {
        for (int round = 0; round < ROUNDS; round++) {
            Document guard = Samples.note(round * 3L);
            Document one = Samples.note(round * 3L + 1);
            Document two = Samples.note(round * 3L + 2);
            books.insert(guard, one, two);

            race(2, thread -> session -> {
                // The guard first: what is read after it can't be older than its version says.
                long version = session.find(SampleSchema.NOTE, guard.id())
                        .orElseThrow()
                        .version();
                boolean bothThere = session.findAll(SampleSchema.NOTE, List.of(one.id(), two.id()))
                                .size()
                        == 2;
                if (bothThere) {
                    session.write(List.of(
                            new Write.Delete(SampleSchema.NOTE, (thread == 0 ? one : two).id(), 1),
                            new Write.Replace(guard.atVersion(version))));
                }
            });

            assertThat(books.findAll(SampleSchema.NOTE, List.of(one.id(), two.id())))
                    .as("one of the two has to stay")
                    .isNotEmpty();
        }
    }

    @Test
    void L1_of_many_appends_of_one_key_one_is_stored() {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key-" + round;
            AtomicInteger told = new AtomicInteger();
            int winners = race(8, thread -> session -> {
                if (!session.append(SampleSchema.AUDIT, List.of(Samples.audit(key)))
                        .isEmpty()) {
                    told.incrementAndGet();
                }
            });

            assertThat(winners - told.get())
                    .as("transactions that committed and were not told that the key is there")
                    .isEqualTo(1);
            assertThat(books.scan(LogQuery.all(SampleSchema.AUDIT))).hasSize(round + 1);
            assertThat(books.append(SampleSchema.AUDIT, Samples.audit(key))).containsExactly(key);
        }
    }

    @Test
    void T2_readers_see_whole_transactions_while_others_write() {
        try (Crew crew = new Crew()) {
            crew.start(() -> {
                for (int i = 0; i < 100; i++) {
                    int pair = i * 2;
                    books.transact(session -> {
                        session.write(List.of(new Write.Insert(Samples.note(pair))));
                        session.write(List.of(new Write.Insert(Samples.note(pair + 1))));
                    });
                }
            });
            while (crew.isWorking()) {
                assertThat(books.count(SampleSchema.NOTE) % 2).isZero();
                assertThat(books.scan(Query.all(SampleSchema.NOTE)).size() % 2).isZero();
            }
            crew.join();
        }
        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(200);
    }

    private void increment(StorageSession session) {
        Document deal = session.find(SampleSchema.DEAL, Samples.id(1)).orElseThrow();
        long quantity = (Long) deal.fields().getOrDefault("quantity", 0L);
        Document more = Samples.deal(1, Map.of("quantity", quantity + 1)).atVersion(deal.version());
        session.write(List.of(new Write.Replace(more)));
    }

    /** How many of some transactions that start together commit. */
    private int race(int threads, IntFunction<Consumer<StorageSession>> steps) {
        AtomicInteger winners = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(threads);
        try (Crew crew = new Crew()) {
            for (int i = 0; i < threads; i++) {
                Consumer<StorageSession> own = steps.apply(i);
                crew.start(() -> {
                    start.await();
                    if (attempt(own)) {
                        winners.incrementAndGet();
                    }
                });
            }
            crew.join();
        }
        return winners.get();
    }

    /** Whether a transaction committed; false if it lost against another. */
    private boolean attempt(Consumer<StorageSession> steps) {
        try {
            books.transact(steps);
            return true;
        } catch (ConflictException | DuplicateException e) {
            return false;
        } catch (StorageException e) {
            if (e.retryable()) {
                return false;
            }
            throw e;
        }
    }

    private void assertStale(StorageSession session) {
        ConflictException thrown = catchThrowableOfType(ConflictException.class, () -> {
            session.write(List.of(new Write.Replace(Samples.note(1).atVersion(1))));
            session.commit();
        });
        assertThat(thrown).isNotNull();
        assertThat(books.find(Samples.note(1))).map(Document::version).contains(2L);
    }

    private static Write check(Document document) {
        return new Write.Check(document.type(), document.id(), 1);
    }

    private long version(Document like) {
        return books.find(like).orElseThrow().version();
    }
}
