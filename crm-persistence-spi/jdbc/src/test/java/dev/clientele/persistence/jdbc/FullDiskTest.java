package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite can be told how many pages a file may have, and then reports a full disk as it would a real one. */
class FullDiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private int pages = 120;

    private JdbcConnection open(SqliteFile file, boolean writing, Deadline deadline) throws SQLException {
        JdbcConnection link = file.open(writing, deadline);
        try (Statement statement = link.connection().createStatement()) {
            statement.execute("pragma max_page_count = " + pages);
        }
        return link;
    }

    private static void insert(Storage storage, int number) {
        try (StorageSession session = storage.write(ACME)) {
            String body = "\"" + "x".repeat(5000) + "\"";
            session.write(List.of(new Write.Insert(new Document("account", id(number), 0, Map.of(), body))));
            session.commit();
        }
    }

    private static long count(Storage storage) {
        try (StorageSession session = storage.read(ACME)) {
            return session.aggregate(Aggregation.count("account", Criteria.always()))
                    .get(0)
                    .count(0);
        }
    }

    @Test
    void a_full_disk_loses_nothing_and_writing_goes_on_when_there_is_room_again() {
        SqliteFile file = new SqliteFile(folder.resolve("crm.db"), PATIENCE, 1L << 30);
        Dialect dialect = new SqliteDialect();
        ConnectionPool connections = OwnConnectionPool.embedded(
                (writing, deadline) -> open(file, writing, deadline), dialect, 2, PATIENCE, Duration.ZERO);
        try (Storage storage = new JdbcStorage(dialect, new TableNames("crm_"), connections)) {
            storage.migration(SCHEMA).apply();
            int stored = fillUp(storage);
            assertThat(count(storage)).isEqualTo(stored);

            pages = 100_000;
            insert(storage, stored + 1);
            assertThat(count(storage)).isEqualTo(stored + 1);
        }
        try (Storage again = SqliteStorage.open(folder.resolve("crm.db"))) {
            again.migration(SCHEMA).validate();
            assertThat(count(again)).isGreaterThan(10);
        }
    }

    private static int fillUp(Storage storage) {
        for (int number = 1; number < 1000; number++) {
            try {
                insert(storage, number);
            } catch (StorageUnavailableException e) {
                assertThat(e.retryable()).isTrue();
                return number - 1;
            }
        }
        return fail("the file never was full");
    }
}
