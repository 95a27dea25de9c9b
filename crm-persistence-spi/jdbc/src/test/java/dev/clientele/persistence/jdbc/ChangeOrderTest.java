package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The entries about a record beside writers of it on PostgreSQL (rule L8). {@code -Dclientele.feed.changes=100000} makes it
 * the long one.
 */
class ChangeOrderTest {

    private static final int CHANGES = Integer.getInteger("clientele.feed.changes", 3000);
    private static final int WRITERS = 32;
    private static final int RECORDS = 8;

    private final String url = PostgresServer.newPlace();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<List<LogEntry>> read = new AtomicReference<>(List.of());
    private Storage storage;

    @BeforeEach
    void open() {
        storage = PostgresStorage.builder(url).connections(4, WRITERS).open();
        storage.migration(SCHEMA).apply();
    }

    @AfterEach
    void close() {
        storage.close();
        PostgresServer.drop(url);
    }

    private void insert(int number) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(new Write.Insert(account(number, Map.of()))));
            session.append("interaction", List.of(change(id(number), 1)));
            session.commit();
            committed.add(id(number) + "-1");
        }
    }

    private static LogEntry change(UUID record, long version) {
        return entry(record + "-" + version, Instant.ofEpochSecond(version), record);
    }

    @Test
    void a_transaction_that_began_earlier_and_writes_later_comes_later() {
        insert(1);
        try (StorageSession early = storage.write(ACME);
                StorageSession late = storage.write(ACME)) {
            early.append("interaction", List.of(entry("begins", Instant.EPOCH, id(9))));
            late.write(List.of(new Write.Replace(account(1, Map.of()).atVersion(1))));
            late.append("interaction", List.of(change(id(1), 2)));
            late.commit();
            early.write(List.of(new Write.Replace(account(1, Map.of()).atVersion(2))));
            early.append("interaction", List.of(change(id(1), 3)));
            early.commit();
        }
        List<LogEntry> all = new ArrayList<>();
        follow(all, Position.START);
        assertThat(all).extracting(LogEntry::key).containsExactly(id(1) + "-1", "begins", id(1) + "-2", id(1) + "-3");
    }

    @Test
    void what_the_last_transaction_appended_is_seen_when_nothing_runs_any_more() {
        insert(1);
        try (StorageSession early = storage.write(ACME);
                StorageSession late = storage.write(ACME)) {
            early.append("interaction", List.of(entry("begins", Instant.EPOCH, id(9))));
            late.append("interaction", List.of(entry("later", Instant.EPOCH, id(9))));
            late.commit();
            early.append("interaction", List.of(entry("last", Instant.EPOCH, id(9))));
            early.commit();
        }
        List<LogEntry> all = new ArrayList<>();
        follow(all, Position.START);
        assertThat(all).extracting(LogEntry::key).contains("last").hasSize(4);
    }

    @Test
    void own_entries_are_told_from_those_that_others_commit_meanwhile() throws Exception {
        try (Connection host = DriverManager.getConnection(url)) {
            host.setAutoCommit(false);
            try (StorageSession own = storage.write(ACME);
                    StorageSession joined = storage.join(ACME, JdbcTransaction.of(host))) {
                own.append("interaction", List.of(entry("own", Instant.EPOCH, id(9))));
                joined.append("interaction", List.of(entry("joined", Instant.EPOCH, id(9))));
                insert(1);
                own.append("interaction", List.of(entry("own too", Instant.EPOCH, id(9))));
                joined.append("interaction", List.of(entry("joined too", Instant.EPOCH, id(9))));
                assertThat(committedOf(own)).containsExactly(id(1) + "-1");
                assertThat(committedOf(joined)).containsExactly(id(1) + "-1");
                own.commit();
                assertThat(committedOf(joined)).containsExactly("own", "own too", id(1) + "-1");
                assertThat(joined.follow("interaction", Position.START, 10))
                        .extracting(LogEntry::key)
                        .doesNotContain("joined", "joined too");
            }
            host.rollback();
        }
    }

    private static List<String> committedOf(StorageSession session) {
        try (Stream<LogEntry> entries = session.scan(LogQuery.all("interaction"))) {
            return entries.filter(each -> each.position() != null)
                    .map(LogEntry::key)
                    .toList();
        }
    }

    @Test
    void of_32_writers_of_few_records_every_change_is_read_once_and_in_the_order_of_versions() throws Exception {
        for (int number = 0; number < RECORDS; number++) {
            insert(number);
        }
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            CyclicBarrier start = new CyclicBarrier(WRITERS);
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(CompletableFuture.runAsync(() -> writeFrom(start, writer), threads));
            }
            CompletableFuture<Void> writing = CompletableFuture.allOf(writers.toArray(new CompletableFuture<?>[0]));
            CompletableFuture.runAsync(() -> read.set(followWhile(writing)), threads)
                    .join();
            writing.join();
        } finally {
            threads.shutdownNow();
        }
        assertExactlyOnceAndAscending(read.get());
        System.out.printf(
                "%d changes of %d writers to %d records read in order, %d transactions rolled back%n",
                read.get().size(), WRITERS, RECORDS, rolledBack.get());
    }

    private void assertExactlyOnceAndAscending(List<LogEntry> entries) {
        List<String> keys = entries.stream().map(LogEntry::key).toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).isEqualTo(committed);
        Map<UUID, Long> mirror = new HashMap<>();
        int behind = 0;
        for (LogEntry each : entries) {
            long version = each.occurredAt().getEpochSecond();
            if (version > 0) {
                behind += mirror.merge(each.subjects().iterator().next(), version, Math::max) == version ? 0 : 1;
            }
        }
        assertThat(behind)
                .as("changes read after a later version of their record")
                .isZero();
        try (StorageSession session = storage.read(ACME)) {
            for (Document document : session.findAll("account", mirror.keySet())) {
                assertThat(mirror).containsEntry(document.id(), document.version());
            }
        }
    }

    private void writeFrom(CyclicBarrier start, int writer) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Random random = new Random(writer);
        for (int own = 0; changes.get() < CHANGES; own++) {
            try (StorageSession session = storage.write(ACME)) {
                change(session, random, writer + "-" + own);
            } catch (ConflictException e) {
                rolledBack.incrementAndGet();
            }
        }
    }

    private void change(StorageSession session, Random random, String key) {
        List<String> keys = new ArrayList<>();
        if (random.nextBoolean()) { // has its number before it has anything to say about the record
            keys.add(key);
            session.append("interaction", List.of(entry(key, Instant.EPOCH, id(100))));
        }
        UUID record = id(random.nextInt(RECORDS));
        long version = session.find("account", record).orElseThrow().version();
        session.write(List.of(new Write.Replace(
                new Document("account", record, version, Map.of(), "{\"v\":" + (version + 1) + "}"))));
        LogEntry change = change(record, version + 1);
        keys.add(change.key());
        session.append("interaction", List.of(change));
        if (random.nextInt(6) == 0) {
            rolledBack.incrementAndGet();
            return;
        }
        session.commit();
        committed.addAll(keys);
        changes.incrementAndGet();
    }

    private Position follow(List<LogEntry> into, Position after) {
        try (StorageSession session = storage.read(ACME)) {
            List<LogEntry> next = session.follow("interaction", after, 100);
            into.addAll(next);
            return next.isEmpty() ? after : next.get(next.size() - 1).position();
        }
    }

    private List<LogEntry> followWhile(CompletableFuture<Void> writing) {
        List<LogEntry> all = new ArrayList<>();
        Position last = Position.START;
        while (true) {
            boolean over = writing.isDone();
            Position next = follow(all, last);
            if (over && next.equals(last)) {
                return all;
            }
            last = next;
        }
    }
}
