package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules D3 to D5, D10 and L1 between transactions that run at once. Whoever loses gets a conflict, a duplicate
 * or something retryable; how the threads interleave decides nothing about the outcome.
 */
public abstract class RaceContract extends StorageContract {

    private static final int ROUNDS = 12;

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected RaceContract() {}

    @BeforeEach
    void createTenant() {
        books = newTenantStorage();
    }

    @Test
    void D4_of_two_replacements_of_one_version_one_commits() {
        for (int round = 0; round < ROUNDS; round++) {
            Document note = SampleRecords.note(round);
            books.insert(note);

            int winners = race(
                    8,
                    thread -> session -> session.write(List.of(new Write.Replace(
                            SampleRecords.withBody(note, "by " + thread).atVersion(1)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.find(note)).map(Document::version).contains(2L);
        }
    }

    @Test
    void D4_a_replacement_of_what_another_replaced_meanwhile_is_a_conflict() {
        books.insert(SampleRecords.note(1));
        if (!has(Capability.CONCURRENT_WRITERS)) {
            books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));
            assertStale(closeAfterTest(storage().write(books.tenant())));
            return;
        }
        StorageSession slow = closeAfterTest(storage().write(books.tenant()));
        assertThat(slow.find(SampleSchema.NOTE, SampleRecords.id(1))).isPresent();
        books.write(new Write.Replace(SampleRecords.note(1).atVersion(1)));

        assertStale(slow);
    }

    @Test
    void D4_no_update_is_lost() {
        int threads = 8;
        int increments = 25;
        books.insert(SampleRecords.deal(1, Map.of("quantity", 0L)));
        try (TestThreads crew = new TestThreads()) {
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
        assertThat(books.find(SampleRecords.deal(1, Map.of())))
                .contains(SampleRecords.deal(1, Map.of("quantity", (long) threads * increments))
                        .atVersion((long) threads * increments + 1));
    }

    @Test
    void D5_of_64_transactions_with_one_key_one_commits() {
        for (int round = 0; round < 3; round++) {
            String email = "ana" + round + "@example.org";
            int first = round * 100;

            int winners = race(
                    64,
                    thread -> session ->
                            session.write(List.of(new Write.Insert(SampleRecords.member(first + thread, email)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.count(SampleSchema.MEMBER)).isEqualTo(round + 1L);
        }
    }

    @Test
    void D3_of_many_inserts_of_one_id_one_commits() {
        for (int round = 0; round < ROUNDS; round++) {
            Document note = SampleRecords.note(round);

            int winners = race(
                    8,
                    thread -> session ->
                            session.write(List.of(new Write.Insert(SampleRecords.withBody(note, "by " + thread)))));

            assertThat(winners).isEqualTo(1);
            assertThat(books.find(note)).map(Document::version).contains(1L);
        }
    }

    @Test
    void D3_a_check_holds_until_commit() {
        for (int round = 0; round < ROUNDS * 2; round++) {
            Document one = SampleRecords.note(round * 2L);
            Document two = SampleRecords.note(round * 2L + 1);
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
    void D3_a_check_does_not_hold_if_the_document_was_replaced_before_commit() {
        Document one = SampleRecords.note(1);
        books.insert(one);
        if (!has(Capability.CONCURRENT_WRITERS)) {
            books.write(new Write.Replace(one.atVersion(1)));
            assertThat(attempt(session -> session.write(List.of(check(one))))).isFalse();
            return;
        }
        StorageSession slow = closeAfterTest(storage().write(books.tenant()));
        slow.write(List.of(check(one), new Write.Insert(SampleRecords.note(2))));
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> attempt(session -> session.write(List.of(new Write.Replace(one.atVersion(1))))));
            crew.pause(Duration.ofMillis(300));
            boolean replacedBefore = version(one) == 2;
            boolean committed = attempted(slow::commit);
            slow.close();
            crew.join();
            assertThat(replacedBefore && committed)
                    .as("the document was replaced, then the transaction that had checked it committed")
                    .isFalse();
        }
    }

    @Test
    void D3_a_guard_record_keeps_two_transactions_from_deciding_on_the_same_state() {
        for (int round = 0; round < ROUNDS; round++) {
            Document guard = SampleRecords.note(round * 3L);
            Document one = SampleRecords.note(round * 3L + 1);
            Document two = SampleRecords.note(round * 3L + 2);
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
    void D10_a_check_and_a_delete_at_once_leave_no_reference_to_nothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Document target = SampleRecords.note(round);
            Document referring = SampleRecords.titled(round, "refers " + round);
            books.insert(target);

            race(2, thread -> session -> {
                if (thread == 0) {
                    refer(session, target, referring);
                } else {
                    change(session, referring, new Write.Delete(target.type(), target.id(), 1));
                }
            });

            assertThat(books.find(target).isEmpty() && books.find(referring).isPresent())
                    .as("the target is gone and the reference to it is there")
                    .isFalse();
        }
    }

    @Test
    void D10_a_delete_does_not_miss_what_was_stored_on_a_check_meanwhile() {
        Document target = SampleRecords.note(1);
        assertNotMissed(target, new Write.Delete(target.type(), target.id(), 1));
    }

    @Test
    void D10_a_replacement_does_not_miss_what_was_stored_on_a_check_meanwhile() {
        Document target = SampleRecords.note(1);
        assertNotMissed(target, new Write.Replace(target.atVersion(1)));
    }

    private void assertNotMissed(Document target, Write write) {
        Document referring = SampleRecords.titled(2, "refers 1");
        books.insert(target);
        if (!has(Capability.CONCURRENT_WRITERS)) {
            books.transact(session -> refer(session, target, referring));
            assertThat(attempt(session -> change(session, referring, write))).isFalse();
        } else {
            try (StorageSession slow = storage().write(books.tenant())) {
                assertThat(isThere(slow, referring)).isFalse();
                assertThat(slow.find(target.type(), target.id())).isPresent();
                books.transact(session -> refer(session, target, referring));
                boolean committed = attempted(() -> {
                    slow.write(List.of(write));
                    giveUpIfThere(slow, referring);
                    slow.commit();
                });
                assertThat(committed)
                        .as("the write committed and had missed the reference")
                        .isFalse();
            }
        }
        assertThat(books.find(target)).contains(target.atVersion(1));
        assertThat(books.find(referring)).isPresent();
    }

    /** Stores a reference if its target is there. */
    private static void refer(StorageSession session, Document target, Document referring) {
        if (session.find(target.type(), target.id()).isPresent()) {
            session.write(List.of(check(target), new Write.Insert(referring)));
        }
    }

    /** Changes the target if nothing refers to it, and looks again afterwards. */
    private static void change(StorageSession session, Document referring, Write write) {
        giveUpIfThere(session, referring);
        session.write(List.of(write));
        giveUpIfThere(session, referring);
    }

    private static void giveUpIfThere(StorageSession session, Document referring) {
        if (isThere(session, referring)) {
            throw new ConflictException(List.of(), null);
        }
    }

    private static boolean isThere(StorageSession session, Document referring) {
        return session.find(referring.type(), referring.id()).isPresent();
    }

    @Test
    void L1_of_many_appends_of_one_key_one_is_stored() {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key-" + round;
            AtomicInteger told = new AtomicInteger();
            int winners = race(8, thread -> session -> {
                if (!session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit(key)))
                        .isEmpty()) {
                    told.incrementAndGet();
                }
            });

            assertThat(winners - told.get())
                    .as("transactions that committed and were not told that the key is there")
                    .isEqualTo(1);
            assertThat(books.scan(LogQuery.all(SampleSchema.AUDIT))).hasSize(round + 1);
            assertThat(books.append(SampleSchema.AUDIT, SampleRecords.audit(key)))
                    .containsExactly(key);
        }
    }

    @Test
    void T2_readers_see_whole_transactions_while_others_write() {
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> {
                for (int i = 0; i < 100; i++) {
                    int pair = i * 2;
                    books.transact(session -> {
                        session.write(List.of(new Write.Insert(SampleRecords.note(pair))));
                        session.write(List.of(new Write.Insert(SampleRecords.note(pair + 1))));
                    });
                }
            });
            while (crew.isRunning()) {
                assertThat(books.count(SampleSchema.NOTE) % 2).isZero();
                assertThat(books.scan(Query.all(SampleSchema.NOTE)).size() % 2).isZero();
            }
            crew.join();
        }
        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(200);
    }

    private void increment(StorageSession session) {
        Document deal = session.find(SampleSchema.DEAL, SampleRecords.id(1)).orElseThrow();
        long quantity = (Long) deal.fields().getOrDefault("quantity", 0L);
        Document more = SampleRecords.deal(1, Map.of("quantity", quantity + 1)).atVersion(deal.version());
        session.write(List.of(new Write.Replace(more)));
    }

    /** Returns how many of some transactions that start together commit. */
    private int race(int threads, IntFunction<Consumer<StorageSession>> steps) {
        AtomicInteger winners = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(threads);
        try (TestThreads crew = new TestThreads()) {
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

    /** Tells whether a transaction committed; false if it lost against another. */
    private boolean attempt(Consumer<StorageSession> steps) {
        return attempted(() -> books.transact(steps));
    }

    private static boolean attempted(Runnable transaction) {
        try {
            transaction.run();
            return true;
        } catch (ConflictException | DuplicateKeyException e) {
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
            session.write(List.of(new Write.Replace(SampleRecords.note(1).atVersion(1))));
            session.commit();
        });
        assertThat(thrown).isNotNull();
        assertThat(books.find(SampleRecords.note(1))).map(Document::version).contains(2L);
    }

    private static Write check(Document document) {
        return new Write.Check(document.type(), document.id(), 1);
    }

    private long version(Document like) {
        return books.find(like).orElseThrow().version();
    }
}
