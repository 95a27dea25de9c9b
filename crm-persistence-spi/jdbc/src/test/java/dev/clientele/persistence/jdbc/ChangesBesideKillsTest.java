package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.criteria.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader of positions beside 32 writers in four processes on PostgreSQL, eight of them hosts whose transactions the storage
 * joins, while writers roll back, processes of writers are killed and replaced, and the server is killed now and then (rules L4
 * and L8). {@code -Dclientele.feed.changes=100000} makes it the long one.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ChangesBesideKillsTest {

    private static final int TRANSACTIONS = Integer.getInteger("clientele.feed.changes", 2000);
    private static final int KILLS = 4 + TRANSACTIONS / 2500;
    private static final int PROCESSES = 4;
    private static final String ENDED = "ended";

    @TempDir
    private Path folder;

    private final Random random = new Random(20270301);
    private final List<Process> processes = new ArrayList<>();
    private final List<CompletableFuture<Void>> listeners = new ArrayList<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Set<String> committed = new HashSet<>();
    private final Set<String> rolledBack = new HashSet<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final FeedMirror mirror = new FeedMirror();
    private int ready;
    private int killedServers;
    private MortalServer server;
    private String url;
    private Storage storage;

    @BeforeEach
    void open() {
        server = new MortalServer(folder.resolve("data"), "1GB");
        url = server.newDatabase("changes");
        storage = PostgresStorage.builder(url).open();
        storage.migration(SCHEMA).apply();
        ask("create table " + RandomChanges.LEDGER + " (name text primary key); select ''");
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        storage.close();
        server.close();
    }

    @Test
    void every_change_is_read_once_and_in_the_order_of_versions_beside_rollbacks_kills_and_hosts() throws Exception {
        CompletableFuture<Void> reader = CompletableFuture.runAsync(this::followUntilOver);
        for (int i = 0; i < PROCESSES; i++) {
            start();
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            awaitCommitted(kill * TRANSACTIONS / (KILLS + 1));
            kill(kill);
        }
        awaitCommitted(TRANSACTIONS);
        endWriters();
        awaitNoTransaction();
        over.set(true);
        reader.get();

        assertReadOnceAndInOrder();
        assertReadIfAndOnlyIfCommitted();
        assertThat(mirror.records()).containsExactlyInAnyOrderElementsOf(stored());
        System.out.printf(
                "%d entries of %d transactions of %d writers read once each and in order, %d rolled back, %d of hosts"
                        + " committed; %d kills, %d of them of the server%n",
                mirror.entries(),
                mirror.transactions().size(),
                PROCESSES * ChangingProgram.WRITERS,
                rolledBack.size(),
                ledger().size(),
                KILLS,
                killedServers);
    }

    private void start() {
        Process process = ChangingProgram.start(url, "p" + listeners.size());
        processes.add(process);
        listeners.add(CompletableFuture.runAsync(() -> {
            try (Stream<String> said = process.inputReader().lines()) {
                said.forEach(lines::add);
            } catch (UncheckedIOException e) {
                // what it said last was cut off with it
            }
            lines.add(ENDED);
        }));
    }

    /** Kills a process of writers, which another replaces, or every fourth time one of the server's, or all of them. */
    private void kill(int number) throws InterruptedException {
        if (number % 8 == 4) {
            server.killBackend(url);
            killedServers++;
        } else if (number % 8 == 0) {
            server.kill();
            server.restart();
            killedServers++;
        } else {
            Process victim = processes.remove(random.nextInt(PROCESSES));
            victim.destroyForcibly().waitFor();
            start();
        }
    }

    private void awaitCommitted(int transactions) throws InterruptedException {
        while (committed.size() < transactions || ready < listeners.size()) {
            hear(lines.take());
            assertThat(processes).as("who wasn't killed").allMatch(Process::isAlive);
        }
    }

    private void hear(String line) {
        if (line.startsWith(RandomChanges.COMMITTED)) {
            committed.add(line.substring(RandomChanges.COMMITTED.length()));
        } else if (line.startsWith(RandomChanges.ROLLED_BACK)) {
            rolledBack.add(line.substring(RandomChanges.ROLLED_BACK.length()));
        } else if (line.equals(ChangingProgram.READY)) {
            ready++;
        } else {
            assertThat(line).isEqualTo(ENDED);
        }
    }

    private void endWriters() throws IOException, InterruptedException {
        for (Process process : processes) {
            process.getOutputStream().close();
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        listeners.forEach(CompletableFuture::join);
        lines.forEach(this::hear);
    }

    /** Waits for the server to end the transactions of those who were killed. */
    private void awaitNoTransaction() {
        while (!ask("select pid from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void followUntilOver() {
        while (true) {
            boolean complete = over.get();
            try (StorageSession session = storage.read(ACME)) {
                List<LogEntry> next = session.follow("interaction", mirror.last(), 500);
                next.forEach(mirror::add);
                if (complete && next.isEmpty()) {
                    return;
                }
            } catch (StorageUnavailableException e) {
                // the server was killed
            }
        }
    }

    private void assertReadOnceAndInOrder() {
        assertThat(mirror.faults()).isEmpty();
        assertThat(mirror.torn()).isEmpty();
    }

    private void assertReadIfAndOnlyIfCommitted() {
        assertThat(mirror.transactions()).containsAll(committed).doesNotContainAnyElementsOf(rolledBack);
        assertThat(ledger()).isNotEmpty().allMatch(mirror.transactions()::contains);
        Set<String> inDoubt = new HashSet<>(mirror.transactions());
        inDoubt.removeAll(committed);
        assertThat(inDoubt)
                .as("whose end nobody was told of")
                .hasSizeLessThanOrEqualTo((KILLS + PROCESSES * killedServers) * ChangingProgram.WRITERS);
    }

    private List<Document> stored() {
        try (StorageSession session = storage.read(ACME);
                Stream<Document> all = session.scan(Query.all("account"))) {
            return all.toList();
        }
    }

    private List<String> ledger() {
        return ask("select name from " + RandomChanges.LEDGER);
    }

    private List<String> ask(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (boolean rows = statement.execute(sql); !rows; rows = statement.getMoreResults()) {
                // what comes before the question
            }
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
