package dev.clientele.examples.benchmarks.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server of its own, as it comes but for its memory: every commit waits for the disk. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one with its data in a folder of its own below this one. */
    public static EmbeddedPostgresServer start(Path below) throws IOException {
        Path folder = Files.createTempDirectory(below, "postgres-");
        return new EmbeddedPostgresServer(server(folder.resolve("data")).start());
    }

    /** Starts one with the data that is in this folder, or that will be left there, and memory to group by. */
    public static EmbeddedPostgresServer keeping(Path data) throws IOException {
        return new EmbeddedPostgresServer(server(data)
                .setCleanDataDirectory(false)
                .setServerConfig("work_mem", "64MB")
                .start());
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB");
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
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
