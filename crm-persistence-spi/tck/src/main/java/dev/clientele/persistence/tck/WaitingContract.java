package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The suite of rules T11 and D4 where transactions wait for one another: the patience of a caller, and reading for update. */
public abstract class WaitingContract extends TenantSuite {

    private static final int MOST_ATTEMPTS = 20_000;

    /** The time that a transaction stays open for one that has less patience: what takes as long has no patience at all. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(10);

    /** Creates the suite; for subclasses. */
    protected WaitingContract() {}

    @Test
    void T11_who_has_little_patience_does_not_wait_for_another_transaction() {
        books.insert(SampleRecords.note(1));
        for (Duration patience : List.of(Duration.ofMillis(50), Duration.ZERO, Duration.ofSeconds(-1))) {
            assertDoneBeforeTheOther(
                    patience,
                    session -> session.write(
                            List.of(new Write.Replace(SampleRecords.withBody(SampleRecords.note(1), "impatient")
                                    .atVersion(1)))));
        }
    }

    @Test
    void T11_reading_for_update_does_not_take_longer_either() {
        books.insert(SampleRecords.note(1));
        assertDoneBeforeTheOther(
                Duration.ofMillis(50),
                session -> session.findForUpdate(SampleSchema.NOTE, List.of(SampleRecords.id(1))));
    }

    @Test
    void T11_a_session_with_any_patience_does_its_work_where_nobody_is_in_the_way() {
        long number = 0;
        for (Duration patience : List.of(
                Duration.ZERO,
                Duration.ofSeconds(-1),
                Duration.ofNanos(1),
                Duration.ofDays(1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE))) {
            number++;
            try (StorageSession session = storage().write(books.tenant(), patience)) {
                assertThat(session.tenant()).isEqualTo(books.tenant());
                session.write(List.of(new Write.Insert(SampleRecords.note(number))));
                session.commit();
            }
        }
        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(number);
    }

    @Test
    void T11_the_patience_of_one_session_is_not_that_of_the_next() {
        try (StorageSession session = storage().write(books.tenant(), Duration.ZERO)) {
            session.write(List.of(new Write.Insert(SampleRecords.note(1))));
            session.commit();
        }
        CountDownLatch open = new CountDownLatch(1);
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> {
                try (StorageSession session = storage().write(books.tenant())) {
                    session.write(
                            List.of(new Write.Replace(SampleRecords.note(1).atVersion(1))));
                    open.countDown();
                    Thread.sleep(300);
                    session.commit();
                }
            });
            await(open);
            waitForNote();
            crew.join();
        }
        assertThat(books.find(SampleRecords.note(1))).map(Document::version).contains(2L);
    }

    private void waitForNote() {
        try {
            books.transact(session -> session.findForUpdate(SampleSchema.NOTE, List.of(SampleRecords.id(1))));
        } catch (ConflictException e) {
            assertThat(writesOnSnapshots()).as("who has waited collides").isTrue();
        }
    }

    /** Asserts that a transaction ends, well or not, while another that it would have to wait for is open. */
    private void assertDoneBeforeTheOther(Duration patience, Consumer<StorageSession> steps) {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean waited = new AtomicBoolean();
        try (TestThreads crew = new TestThreads()) {
            crew.start(() -> {
                try (StorageSession holder = storage().write(books.tenant())) {
                    holder.write(List.of(new Write.Replace(SampleRecords.withBody(SampleRecords.note(1), "patient")
                            .atVersion(1))));
                    open.countDown();
                    waited.set(!done.await(FAR_TOO_LONG.toMillis(), TimeUnit.MILLISECONDS));
                }
            });
            await(open);
            try (StorageSession session = storage().write(books.tenant(), patience)) {
                steps.accept(session);
            } catch (StorageUnavailableException | ConflictException e) {
                // either is an answer to one who can't wait
            }
            done.countDown();
            crew.join();
        }
        assertThat(waited)
                .as("waited for the other transaction to end, with a patience of %s", patience)
                .isFalse();
    }

    @Test
    void D4_who_reads_for_update_gets_what_others_have_left_and_loses_nothing() {
        int threads = 6;
        int increments = 20;
        books.insert(SampleRecords.deal(1, Map.of("quantity", 0L)));
        try (TestThreads crew = new TestThreads()) {
            for (int i = 0; i < threads; i++) {
                crew.start(() -> {
                    int attempts = 0;
                    for (int done = 0; done < increments; done += increment() ? 1 : 0) {
                        assertThat(attempts++).as("attempts").isLessThan(MOST_ATTEMPTS);
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
    void D4_reading_for_update_finds_what_finding_does_and_keeps_nobody_from_reading() {
        books.insert(SampleRecords.note(1), SampleRecords.note(2));
        List<UUID> ids = List.of(SampleRecords.id(2), SampleRecords.id(3), SampleRecords.id(1), SampleRecords.id(2));
        StorageSession session = closeAfterTest(storage().write(books.tenant()));
        session.write(List.of(new Write.Replace(SampleRecords.note(2).atVersion(1))));

        assertThat(session.findForUpdate(SampleSchema.NOTE, ids))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(2));
        assertThat(session.findForUpdate(SampleSchema.NOTE, List.of())).isEmpty();
        assertThat(books.findAll(SampleSchema.NOTE, ids))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1));
        session.close();
        assertThat(books.find(SampleRecords.note(1)))
                .contains(SampleRecords.note(1).atVersion(1));
    }

    private boolean increment() {
        try {
            books.transact(session -> {
                Document deal = session.findForUpdate(SampleSchema.DEAL, List.of(SampleRecords.id(1)))
                        .get(0);
                long quantity = (Long) deal.fields().getOrDefault("quantity", 0L);
                session.write(List.of(new Write.Replace(
                        SampleRecords.deal(1, Map.of("quantity", quantity + 1)).atVersion(deal.version()), deal)));
            });
            return true;
        } catch (ConflictException e) {
            return false;
        } catch (StorageException e) {
            if (e.retryable()) {
                return false;
            }
            throw e;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
