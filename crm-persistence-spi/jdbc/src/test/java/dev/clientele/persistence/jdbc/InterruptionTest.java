package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads that are interrupted in the middle of something, and storages that are closed under those who use them. */
@Timeout(120)
class InterruptionTest {

    private static final int THREADS = 6;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** What is under way may go well; the next to wait, if not before, is told, and the others notice nothing. */
    @ParameterizedTest
    @EnumSource
    void an_interrupt_in_the_middle_of_writing_harms_nobody_else_and_stays_set(TestDatabase.Kind kind)
            throws Exception {
        try (Opened opened = new Opened(kind, Duration.ofMinutes(1));
                StorageSession bystander = opened.storage.read(ACME)) {
            assertThat(bystander.find("account", id(0))).isEmpty();
            for (int round = 0; round < 5; round++) {
                interruptWriter(opened, round * 100_000);
                assertThat(bystander.find("account", id(0))).isEmpty();
            }
            opened.insert(9_999_999);
            try (StorageSession session = opened.storage.read(ACME)) {
                assertThat(session.find("account", id(9_999_999))).isPresent();
            }
        }
    }

    private void interruptWriter(Opened opened, int first) throws Exception {
        AtomicInteger written = new AtomicInteger();
        Thread[] writer = new Thread[1];
        Future<Boolean> flag = threads.submit(() -> {
            writer[0] = Thread.currentThread();
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    opened.insert(first + written.incrementAndGet());
                }
                opened.insert(first); // with the flag set
            } catch (StorageUnavailableException e) {
                // allowed
            }
            return Thread.interrupted();
        });
        while (written.get() < 20) {
            Thread.onSpinWait();
        }
        writer[0].interrupt();
        assertThat(flag.get()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void closing_under_load_is_unavailable_or_a_wrong_call(TestDatabase.Kind kind) throws Exception {
        for (int round = 0; round < 3; round++) {
            Opened opened = new Opened(kind, Duration.ofMinutes(1));
            AtomicInteger calls = new AtomicInteger();
            List<Future<Throwable>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * 1_000_000;
                ends.add(threads.submit(() -> useUntilItFails(opened, first, thread(first), calls)));
            }
            while (calls.get() < 60) {
                Thread.onSpinWait();
            }
            opened.storage.close();
            for (Future<Throwable> end : ends) {
                assertThat(end.get())
                        .isInstanceOfAny(
                                StorageUnavailableException.class,
                                IllegalStateException.class,
                                CommitOutcomeUnknownException.class);
            }
            opened.close();
        }
    }

    private static boolean thread(int first) {
        return first % 2_000_000 == 0;
    }

    private static Throwable useUntilItFails(Opened opened, int first, boolean writing, AtomicInteger calls) {
        try {
            for (int number = first; ; number++) {
                if (writing) {
                    opened.insert(number);
                } else {
                    try (StorageSession session = opened.storage.read(ACME)) {
                        session.find("account", id(number));
                    }
                }
                calls.incrementAndGet();
            }
        } catch (RuntimeException e) {
            return e;
        }
    }
}
