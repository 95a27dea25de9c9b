package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Our transactions have their own isolation level, and those of a host that can't keep the rules are refused. */
class PostgresIsolationTest {

    private final String url = PostgresServer.newPlace();

    @AfterEach
    void drop() {
        PostgresServer.drop(url);
    }

    private String withDefault(String level) {
        return url + "&options=-c%20default_transaction_isolation=" + level.replace(" ", "%5C%20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void who_deletes_sees_what_was_stored_on_the_strength_of_a_check_whatever_the_server_is_set_to(String level) {
        try (Storage storage = PostgresStorage.builder(withDefault(level)).open()) {
            assertNoReferenceIsMissed(storage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void who_deletes_sees_it_whatever_the_hosts_pool_is_set_to(String level) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(withDefault(level));
        try (Storage storage = PostgresStorage.over(source)) {
            assertNoReferenceIsMissed(storage);
        }
    }

    private static void assertNoReferenceIsMissed(Storage storage) {
        storage.migration(SCHEMA).apply();
        write(storage, new Write.Insert(account(1, Map.of())));
        try (StorageSession deleting = storage.write(ACME)) {
            assertThat(deleting.find("account", id(2))).isEmpty();
            write(storage, new Write.Check("account", id(1), 1), new Write.Insert(account(2, Map.of())));
            deleting.write(List.of(new Write.Delete("account", id(1), 1)));
            assertThat(deleting.find("account", id(2))).as("what refers to it").isPresent();
        }
    }

    private static void write(Storage storage, Write... batch) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(batch));
            session.commit();
        }
    }

    @Test
    void a_host_transaction_above_read_committed_is_refused_with_the_reason() throws SQLException {
        try (Storage storage = PostgresStorage.builder(url).open()) {
            storage.migration(SCHEMA).apply();
            for (int level : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
                try (Connection host = host(level)) {
                    assertThatThrownBy(() -> storage.join(ACME, JdbcTransaction.of(host)))
                            .isInstanceOf(UnsupportedException.class)
                            .hasMessageContaining("read committed");
                }
            }
            try (Connection host = host(Connection.TRANSACTION_READ_COMMITTED);
                    StorageSession joined = storage.join(ACME, JdbcTransaction.of(host))) {
                Opened.insert(joined, 1);
                host.commit();
            }
        }
    }

    private Connection host(int level) throws SQLException {
        Connection host = DriverManager.getConnection(url);
        host.setTransactionIsolation(level);
        host.setAutoCommit(false);
        return host;
    }
}
