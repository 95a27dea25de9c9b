package dev.clientele.persistence.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server that syncs to disk, to be killed with SIGKILL and started again on the same data and port.
 *
 * <p>Not for several threads at once.
 */
final class MortalServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PID_FILE = "postmaster.pid";

    private final Path data;
    private final String size;
    private EmbeddedPostgres server;
    private final int port;

    /** Starts with a data folder that isn't there yet, and at most so much write-ahead log between checkpoints. */
    MortalServer(Path data, String walSize) {
        this.data = data;
        this.size = walSize;
        this.server = start(0);
        this.port = server.getPort();
    }

    private EmbeddedPostgres start(int wanted) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_wal_size", size)
                    .setServerConfig("unix_socket_directories", "") // else another lock would name the dead
                    .setPGStartupWait(PATIENCE);
            if (System.getProperty("os.name").startsWith("Linux")) {
                // After a crash the whole file system is synced at once instead of file by file.
                builder.setServerConfig("recovery_init_sync_method", "syncfs");
            }
            return (wanted == 0 ? builder : builder.setPort(wanted)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String newDatabase(String name) {
        String url = server.getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Kills the server and all of its processes. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(MortalServer::awaitEnd);
        try {
            Files.delete(data.resolve(PID_FILE)); // it names a process that may still wait to be buried
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills one process that serves a database, upon which the server drops everybody and recovers by itself. */
    void killBackend(String url) {
        String title = " " + url.replaceAll(".*/([^/?]+)\\?.*", "$1") + " ";
        List<ProcessHandle> serving = postmaster()
                .children()
                .filter(child -> title(child).contains(title))
                .limit(1)
                .toList();
        if (serving.isEmpty()) {
            kill();
            restart();
        } else {
            serving.forEach(ProcessHandle::destroyForcibly);
            serving.forEach(MortalServer::awaitEnd);
            awaitAnswer();
        }
    }

    /** Makes the server and all of its processes stand still, as a machine that is frozen does; connections stay open. */
    void suspend() {
        signal("STOP");
    }

    /** Lets the server go on after {@link #suspend}. */
    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        ProcessHandle postmaster = postmaster();
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(each -> command.add("" + each.pid()));
        try {
            new ProcessBuilder(command).start().waitFor(); // some may have ended by then
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts again, if it isn't running. */
    void restart() {
        try {
            server.close(); // there is nothing left to stop, but a lock on the folder to let go
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = start(port);
        awaitAnswer();
    }

    boolean isRunning() {
        return Files.exists(data.resolve(PID_FILE)) && postmaster().isAlive();
    }

    private ProcessHandle postmaster() {
        try {
            String first = Files.readAllLines(data.resolve(PID_FILE)).get(0);
            return ProcessHandle.of(Long.parseLong(first.trim())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server's process calls itself: {@code postgres: user database address state}. Empty where that isn't told. */
    private static String title(ProcessHandle process) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until a process runs no more; its parent may take a while to take note of that. */
    private static void awaitEnd(ProcessHandle process) {
        while (process.isAlive() && !stat(process).matches("(?s).*\\) Z .*")) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** A process's line of figures, where the machine has such: {@code 4711 (postgres) S 1 ...}. */
    private static String stat(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
                connection.createStatement().execute("select 1");
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server doesn't answer", e);
                }
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
