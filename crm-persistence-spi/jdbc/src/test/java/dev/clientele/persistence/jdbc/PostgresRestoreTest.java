package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that was moved to a server which has counted fewer transactions than the one that it comes from. */
class PostgresRestoreTest {

    private final String url = PostgresServer.newPlace();

    @AfterEach
    void drop() {
        PostgresServer.drop(url);
    }

    private static void append(Storage storage, String key) {
        try (StorageSession session = storage.write(ACME)) {
            session.append("interaction", List.of(entry(key, Instant.EPOCH, id(1))));
            session.commit();
        }
    }

    private static List<LogEntry> follow(Storage storage, Position after) {
        try (StorageSession session = storage.read(ACME)) {
            return session.follow("interaction", after, 10);
        }
    }

    @Test
    void positions_go_on_after_a_restore_on_another_server() throws Exception {
        try (Storage storage = PostgresStorage.builder(url).open()) {
            storage.migration(SCHEMA).apply();
            append(storage, "before");
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String table : List.of("crm_interaction", "\"crm_interaction$subjects\"")) {
                    statement.execute("update " + table + " set \"position$tx\" = \"position$tx\" + 1000000000");
                }
                statement.execute("update \"crm_$schema\" set \"definition\" = '7' where \"kind\" = 'server'");
            }
            assertThatThrownBy(() -> storage.migration(SCHEMA).validate()).isInstanceOf(SchemaException.class);
            storage.migration(SCHEMA).apply();
            List<LogEntry> before = follow(storage, Position.START);
            assertThat(before).extracting(LogEntry::key).containsExactly("before");

            append(storage, "after");
            assertThat(follow(storage, before.get(0).position()))
                    .extracting(LogEntry::key)
                    .containsExactly("after");
            assertThat(storage.migration(SCHEMA).steps()).isEmpty();
        }
    }
}
