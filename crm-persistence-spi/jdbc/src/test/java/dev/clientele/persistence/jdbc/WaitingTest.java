package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for whom, and for how long: nobody for himself, and nobody for ever. */
@Timeout(60)
class WaitingTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_waits_for_its_own_writing_session_is_told_at_once(TestDatabase.Kind kind) {
        try (Opened opened = new Opened(kind, LONG);
                StorageSession mine = opened.storage.write(ACME)) {
            assertThat(mine.tenant()).isEqualTo(ACME);
            assertThatThrownBy(() -> opened.storage.write(ACME))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this thread");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_another_thread_has_taken_over_is_waited_for(TestDatabase.Kind kind) throws Exception {
        try (Opened opened = new Opened(kind, LONG)) {
            StorageSession handed = opened.storage.write(ACME);
            threads.submit(() -> handed.find("account", id(1))).get();
            Future<?> end = threads.submit(() -> {
                awaitWaiting(opened.storage);
                handed.close();
            });
            opened.storage.write(ACME).close();
            end.get();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reading_inside_a_stream_by_as_many_threads_as_there_are_connections_ends_well(TestDatabase.Kind kind)
            throws Exception {
        try (Opened opened = new Opened(kind, LONG)) {
            opened.insert(1);
            CyclicBarrier all = new CyclicBarrier(Opened.READERS);
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < Opened.READERS; i++) {
                readers.add(threads.submit(() -> readInside(opened.storage, all)));
            }
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
    }

    private static boolean readInside(Storage storage, CyclicBarrier all) throws Exception {
        try (StorageSession outer = storage.read(ACME);
                Stream<?> stream = outer.scan(Query.all("account"))) {
            assertThat(stream.iterator().hasNext()).isTrue();
            all.await();
            try (StorageSession inner = storage.read(ACME)) {
                return inner.find("account", id(1)).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_that_never_stops_opening_sessions_is_told_so(TestDatabase.Kind kind) {
        List<StorageSession> mine = new ArrayList<>();
        try (Opened opened = new Opened(kind, LONG)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            mine.add(opened.storage.read(ACME));
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
            mine.forEach(StorageSession::close);
            opened.storage.read(ACME).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_callers_patience_ends_the_wait_for_a_connection(TestDatabase.Kind kind) throws Exception {
        try (Opened opened = new Opened(kind, LONG)) {
            StorageSession others =
                    threads.submit(() -> opened.storage.write(ACME)).get();
            assertThatThrownBy(() -> opened.storage.write(ACME, SHORT)).isInstanceOf(StorageUnavailableException.class);
            assertThatThrownBy(() -> opened.storage.write(ACME, Duration.ZERO))
                    .isInstanceOf(StorageUnavailableException.class);
            assertThatThrownBy(() -> opened.storage.write(ACME, Duration.ofSeconds(-1)))
                    .isInstanceOf(StorageUnavailableException.class);
            others.close();
            opened.storage.write(ACME, SHORT).close();
        }
    }

    /** As another process would. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void the_callers_patience_ends_the_wait_for_another_storage_that_holds_the_lock(TestDatabase.Kind kind) {
        try (Opened opened = new Opened(kind, LONG)) {
            opened.insert(1);
            Write replace = new Write.Replace(account(1, Map.of()).atVersion(1));
            try (Storage other = opened.again(LONG)) {
                other.migration(SCHEMA).validate();
                try (StorageSession holding = other.write(ACME)) {
                    holding.write(List.of(replace));
                    assertThatThrownBy(() -> {
                                try (StorageSession session = opened.storage.write(ACME, SHORT)) {
                                    session.write(List.of(replace));
                                }
                            })
                            .isInstanceOf(StorageUnavailableException.class);
                }
            }
            try (StorageSession session = opened.storage.write(ACME, SHORT)) {
                session.write(List.of(replace));
                session.commit();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupt_ends_the_wait_for_a_connection_and_stays_set(TestDatabase.Kind kind) throws Exception {
        try (Opened opened = new Opened(kind, LONG);
                StorageSession mine = opened.storage.write(ACME)) {
            assertThat(mine.tenant()).isEqualTo(ACME);
            assertInterrupted(() -> opened.storage.write(ACME), opened.storage);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void an_interrupt_ends_the_wait_for_another_process(TestDatabase.Kind kind) throws Exception {
        try (Opened opened = new Opened(kind, LONG);
                Storage other = opened.again(LONG)) {
            other.migration(SCHEMA).validate();
            try (StorageSession holding = other.write(ACME)) {
                assertThat(holding.tenant()).isEqualTo(ACME);
                assertInterrupted(() -> opened.storage.write(ACME), null);
            }
        }
    }

    /** Interrupts a thread that waits; it has to be told that storage is unavailable, and to keep its flag. */
    private void assertInterrupted(Callable<?> call, Storage waitedOn) throws Exception {
        Thread[] waiting = new Thread[1];
        CyclicBarrier started = new CyclicBarrier(2);
        Future<Boolean> flag = threads.submit(() -> {
            waiting[0] = Thread.currentThread();
            started.await();
            try {
                call.call();
                return false;
            } catch (StorageUnavailableException e) {
                return Thread.interrupted();
            }
        });
        started.await();
        if (waitedOn != null) {
            awaitWaiting(waitedOn);
        }
        waiting[0].interrupt();
        assertThat(flag.get()).isTrue();
    }

    private static void awaitWaiting(Storage storage) {
        while (((DatabaseStorage) storage).metrics().waiting() == 0) {
            Thread.onSpinWait();
        }
    }
}
