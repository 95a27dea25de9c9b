package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A reader of positions beside four writers on PostgreSQL, a third of whose transactions roll back. {@code
 * -Dclientele.feed.entries=150000} makes it the long one.
 */
class FeedTest {

    private static final int ENTRIES = Integer.getInteger("clientele.feed.entries", 6000);
    private static final int WRITERS = 4;
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final AtomicInteger early = new AtomicInteger();

    @Test
    void a_reader_of_positions_misses_nothing_and_is_given_nothing_twice() {
        try (TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);
                Storage storage = database.open()) {
            storage.migration(SCHEMA).apply();
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
            try {
                List<CompletableFuture<Void>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    int writer = i;
                    writers.add(CompletableFuture.runAsync(() -> write(storage, writer), threads));
                }
                CompletableFuture<Void> writing = CompletableFuture.allOf(writers.toArray(new CompletableFuture<?>[0]));
                List<LogEntry> read = CompletableFuture.supplyAsync(() -> follow(storage, writing), threads)
                        .join();
                writing.join();

                assertThat(read).hasSizeGreaterThanOrEqualTo(ENTRIES);
                List<String> keys = read.stream().map(LogEntry::key).toList();
                assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).isEqualTo(committed);
                for (int i = 1; i < read.size(); i++) {
                    assertThat(read.get(i).position())
                            .isGreaterThan(read.get(i - 1).position());
                }
                System.out.printf(
                        "%d entries of %d writers read once each, %d of them while others were written, %d transactions"
                                + " rolled back%n",
                        read.size(), WRITERS, early.get(), rolledBack.get());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void write(Storage storage, int writer) {
        Random random = new Random(writer);
        int own = 0;
        for (int transaction = 0; own < ENTRIES / WRITERS; transaction++) {
            List<String> keys = new ArrayList<>();
            try (StorageSession session = storage.write(ACME)) {
                for (int part = 0; part <= random.nextInt(3); part++) {
                    List<LogEntry> entries = new ArrayList<>();
                    for (int i = 0; i <= random.nextInt(12); i++) {
                        String key = writer + "-" + transaction + "-" + part + "-" + i;
                        keys.add(key);
                        entries.add(entry(key, NOON.plusSeconds(random.nextInt(1000)), id(random.nextInt(50))));
                    }
                    session.append("interaction", entries);
                }
                if (random.nextInt(3) > 0) {
                    session.commit();
                    committed.addAll(keys);
                    own += keys.size();
                } else {
                    rolledBack.incrementAndGet();
                }
            }
        }
    }

    private List<LogEntry> follow(Storage storage, CompletableFuture<Void> writing) {
        List<LogEntry> read = new ArrayList<>();
        Position last = Position.START;
        while (true) {
            boolean over = writing.isDone();
            List<LogEntry> next;
            try (StorageSession session = storage.read(ACME)) {
                next = session.follow("interaction", last, 100);
            }
            if (!next.isEmpty()) {
                read.addAll(next);
                last = next.get(next.size() - 1).position();
                if (!over) {
                    early.addAndGet(next.size());
                }
            } else if (over) {
                return read;
            }
        }
    }
}
