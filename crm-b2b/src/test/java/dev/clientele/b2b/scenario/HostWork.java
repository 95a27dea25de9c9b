package dev.clientele.b2b.scenario;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.JdbcTransaction;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.memory.MemoryTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A transaction in a host application's hands; closing it without commit rolls it back. */
interface HostWork extends AutoCloseable {

    HostTransaction transaction();

    void commit() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Begins one on the database behind a storage. */
    static HostWork begin(Storage storage, Path folder) throws SQLException {
        if (storage instanceof MemoryStorage memory) {
            return inMemory(memory.begin());
        }
        return on(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db")));
    }

    private static HostWork inMemory(MemoryTransaction transaction) {
        return new HostWork() {
            @Override
            public HostTransaction transaction() {
                return transaction;
            }

            @Override
            public void commit() {
                transaction.commit();
            }

            @Override
            public void close() {
                transaction.close();
            }
        };
    }

    private static HostWork on(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new HostWork() {
            @Override
            public HostTransaction transaction() {
                return JdbcTransaction.of(connection);
            }

            @Override
            public void commit() throws SQLException {
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.rollback();
                connection.close();
            }
        };
    }
}
