package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The write-ahead log beside readers that stay open. */
class SqliteWalTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long LIMIT = 2 * MEGABYTE;
    private static final String BODY = "\"" + "x".repeat(100_000) + "\"";

    @TempDir
    Path folder;

    private SqliteStorage storage;
    private int written;

    @BeforeEach
    void open() {
        storage =
                SqliteStorage.builder(folder.resolve("crm.db")).walLimit(LIMIT).open();
        storage.migration(SCHEMA).apply();
        write(1);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private long logSize() throws Exception {
        return Files.size(folder.resolve("crm.db-wal"));
    }

    private void write(int megabytes) {
        for (int i = 0; i < megabytes; i++) {
            try (StorageSession session = storage.write(ACME)) {
                List<Write> batch = new ArrayList<>();
                for (int part = 0; part < 10; part++) {
                    batch.add(new Write.Insert(new Document("account", id(++written), 0, Map.of(), BODY)));
                }
                session.write(batch);
                session.commit();
            }
        }
    }

    @Test
    void a_reader_that_stays_open_does_not_let_the_log_grow_without_bound() throws Exception {
        try (StorageSession reader = storage.read(ACME);
                Stream<Document> stream = reader.scan(Query.all("account"))) {
            Iterator<Document> rows = stream.iterator();
            assertThat(rows.hasNext()).isTrue();
            write(40);
            assertThat(logSize()).isLessThan(6 * LIMIT);
            assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).isInstanceOf(StorageUnavailableException.class);
        }
        assertThat(storage.metrics().revoked()).isEqualTo(1);
        assertThat(storage.metrics().reading()).isZero();
        try (StorageSession reader = storage.read(ACME)) {
            assertThat(reader.find("account", id(written))).isPresent();
        }
    }

    @Test
    void the_log_shrinks_when_the_reader_is_gone() throws Exception {
        try (StorageSession reader = storage.read(ACME)) {
            assertThat(reader.find("account", id(1))).isPresent();
            write(6);
            assertThat(logSize()).as("grown").isGreaterThan(3 * LIMIT / 2);
            assertThat(reader.find("account", id(1))).as("the reader is in use").isPresent();
        }
        write(3);
        assertThat(logSize()).isLessThan(3 * LIMIT / 2);
    }
}
