package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Transactions on PostgreSQL that lock the same documents before they write them. */
class PostgresLockTest {

    private static final Schema SCHEMA = new Schema(
            List.of(new DocumentType(
                    "account", List.of(DeclaredField.of("score", FieldType.REAL).asComputed()), List.of(), List.of())),
            List.of());
    private static final int THREADS = 8;
    private static final int DOCUMENTS = 200;

    private final String url = PostgresServer.newPlace();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Storage storage =
            PostgresStorage.builder(url).connections(2, THREADS).open();

    @BeforeEach
    void store() {
        storage.migration(SCHEMA).apply();
        try (StorageSession session = storage.write(ACME)) {
            session.write(IntStream.range(0, DOCUMENTS)
                    .mapToObj(number -> new Write.Insert(account(number, Map.of())))
                    .toList());
            session.commit();
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        storage.close();
        PostgresServer.drop(url);
    }

    private void together(Executable work) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            start.await();
                            work.execute();
                        } catch (Throwable e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    threads));
        }
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
    }

    private static List<Integer> shuffled() {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, DOCUMENTS).boxed().toList());
        Collections.shuffle(numbers);
        return numbers;
    }

    @Test
    void who_finds_for_update_decides_on_what_the_others_have_left() {
        together(() -> {
            for (int round = 0; round < 10; round++) {
                try (StorageSession session = storage.write(ACME)) {
                    List<Document> found = session.findForUpdate(
                            "account", shuffled().stream().map(Samples::id).toList());
                    session.write(found.stream().map(Write.Replace::new).toList());
                    session.commit();
                }
            }
        });
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.find("account", id(7)).orElseThrow().version()).isEqualTo(1 + THREADS * 10);
        }
    }

    @Test
    void those_that_compute_the_same_documents_wait_for_each_other() {
        together(() -> {
            for (int round = 0; round < 10; round++) {
                double score = round;
                try (StorageSession session = storage.write(ACME)) {
                    session.compute(
                            "account",
                            Set.of("score"),
                            shuffled().stream()
                                    .map(number -> new ComputedValues(id(number), Map.of("score", score)))
                                    .toList());
                    session.commit();
                }
            }
        });
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.find("account", id(7)).orElseThrow().fields()).containsEntry("score", 9.0);
        }
    }

    @Test
    @SuppressWarnings("try") // the one that has failed gives way before the other can go on
    void of_two_that_wait_for_each_other_one_is_in_conflict_over_no_document() throws Exception {
        try (StorageSession one = storage.write(ACME);
                StorageSession other = storage.write(ACME)) {
            one.findForUpdate("account", List.of(id(1)));
            other.findForUpdate("account", List.of(id(2)));
            CompletableFuture<@Nullable Throwable> waiting = CompletableFuture.supplyAsync(
                    () -> failure(() -> one.findForUpdate("account", List.of(id(2)))), threads);
            @Nullable Throwable second = failure(() -> other.findForUpdate("account", List.of(id(1))));
            if (second != null) {
                end(other); // it holds what the first waits for until then
            }
            @Nullable Throwable first = waiting.get();
            @Nullable Throwable conflict = second != null ? second : first;
            assertThat(conflict)
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            collision -> assertThat(collision.documents()).isEmpty());
        }
    }

    private static void end(StorageSession session) {
        session.close();
    }

    private static @Nullable Throwable failure(Executable work) {
        try {
            work.execute();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    @Test
    void a_reading_session_finds_nothing_for_update() {
        try (StorageSession session = storage.read(ACME)) {
            assertThatThrownBy(() -> session.findForUpdate("account", List.of(id(1))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
