package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A storage whose writing transactions are serializable. */
class PostgresSerializableTest {

    private final String url = PostgresServer.newPlace();

    @AfterEach
    void drop() {
        PostgresServer.drop(url);
    }

    private Storage open() {
        return PostgresStorage.builder(url).serializable().open();
    }

    private Storage openOverPool() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return PostgresStorage.builder(source).serializable().open();
    }

    @Test
    void two_transactions_that_read_what_the_other_writes_do_not_both_commit() {
        try (Storage storage = open()) {
            assertNoWriteSkew(storage);
        }
    }

    @Test
    void the_same_holds_over_the_hosts_pool() {
        try (Storage storage = openOverPool()) {
            assertNoWriteSkew(storage);
        }
    }

    /** Of two on duty one may leave; each looks whether the other is there, and both leave. */
    private static void assertNoWriteSkew(Storage storage) {
        storage.migration(SCHEMA).apply();
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(
                    new Write.Insert(account(1, Map.of("active", true))),
                    new Write.Insert(account(2, Map.of("active", true)))));
            session.commit();
        }
        List<RuntimeException> refused = new ArrayList<>();
        try (StorageSession one = storage.write(ACME);
                StorageSession other = storage.write(ACME)) {
            leaveIfTheOtherStays(one, 1, 2, refused);
            leaveIfTheOtherStays(other, 2, 1, refused);
            commit(one, refused);
            commit(other, refused);
        }
        assertThat(refused).hasSize(1).first().isInstanceOf(ConflictException.class);
        assertThat(((ConflictException) refused.get(0)).ids()).isEmpty();
        try (StorageSession session = storage.read(ACME)) {
            assertThat(session.findAll("account", List.of(id(1), id(2))))
                    .extracting(found -> found.fields().get("active"))
                    .contains(true);
        }
    }

    private static void leaveIfTheOtherStays(
            StorageSession session, int me, int other, List<RuntimeException> refused) {
        try {
            Document found = session.find("account", id(other)).orElseThrow();
            assertThat(found.fields()).containsEntry("active", true);
            session.write(List.of(
                    new Write.Replace(account(me, Map.of("active", false)).atVersion(1))));
        } catch (ConflictException e) {
            refused.add(e);
        }
    }

    private static void commit(StorageSession session, List<RuntimeException> refused) {
        try {
            session.commit();
        } catch (ConflictException e) {
            refused.add(e);
        } catch (IllegalStateException e) {
            assertThat(refused).as("a session that was ended by a conflict").isNotEmpty();
        }
    }

    @Test
    void only_serializable_transactions_of_the_host_are_joined() throws Exception {
        try (Storage storage = open();
                Connection host = DriverManager.getConnection(url)) {
            storage.migration(SCHEMA).apply();
            host.setAutoCommit(false);
            assertThatThrownBy(() -> storage.join(ACME, JdbcTransaction.of(host)))
                    .isInstanceOf(UnsupportedException.class);
            host.rollback();
            host.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try (StorageSession joined = storage.join(ACME, JdbcTransaction.of(host))) {
                Opened.insert(joined, 1);
            }
            host.commit();
            try (StorageSession session = storage.read(ACME)) {
                assertThat(session.find("account", id(1))).isPresent();
            }
        }
    }
}
