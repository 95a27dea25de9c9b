package dev.clientele.testing;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.H2Storage;
import dev.clientele.persistence.jdbc.JdbcTransaction;
import dev.clientele.persistence.jdbc.PostgresStorage;
import dev.clientele.persistence.jdbc.SqliteStorage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.memory.MemoryTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A kind of database, each opened in a folder of its own. */
public enum DatabaseKind {
    MEMORY {
        @Override
        public Storage open(Path folder) {
            return MemoryStorage.create();
        }

        @Override
        public Storage share() {
            return MemoryStorage.create();
        }

        @Override
        Host beginIn(Storage storage, Path folder) {
            MemoryTransaction transaction = ((MemoryStorage) storage).begin();
            return new Host() {
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
    },

    SQLITE {
        @Override
        public Storage open(Path folder) {
            return SqliteStorage.open(folder.resolve("crm.db"));
        }

        @Override
        public String place(Path folder) {
            return folder.resolve("crm.db").toString();
        }

        @Override
        Host beginIn(Storage storage, Path folder) throws SQLException {
            return host(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crm.db")));
        }
    },

    POSTGRES {
        @Override
        public Storage open(Path folder) {
            return PostgresStorage.builder(TestPostgresServer.url(folder))
                    .connections(4, 4)
                    .open();
        }

        @Override
        public String place(Path folder) {
            return TestPostgresServer.url(folder);
        }

        @Override
        Host beginIn(Storage storage, Path folder) throws SQLException {
            return host(DriverManager.getConnection(TestPostgresServer.url(folder)));
        }
    },

    H2 {
        @Override
        public Storage open(Path folder) {
            return H2Storage.open(folder.resolve("crm"));
        }

        @Override
        Host beginIn(Storage storage, Path folder) throws SQLException {
            return host(DriverManager.getConnection(H2Storage.url(folder.resolve("crm")) + ";LOCK_TIMEOUT=30000"));
        }
    };

    /** Opens the storage of a folder in a database of its own, empty or as it was left there. */
    public abstract Storage open(Path folder);

    /** Returns the name of the place of a folder's storage, for {@link #openPlace} in another process. */
    public String place(Path folder) {
        throw new UnsupportedOperationException(this + " has no place that another process can open");
    }

    /** Opens the storage at a place, SQLite's or PostgreSQL's, from whichever process. */
    public static Storage openPlace(String place) {
        return place.startsWith("jdbc:postgresql:")
                ? PostgresStorage.builder(place).connections(4, 4).open()
                : SqliteStorage.open(Path.of(place));
    }

    /**
     * Opens an empty storage for one test, quickly: a database that all tests of this JVM with the same schema share, in which
     * each test has tenants of its own, whatever it calls them. For tests that neither change the schema, open the same data
     * twice, nor look into the tables.
     */
    public Storage share() {
        return new SharedStorage(this);
    }

    /**
     * Begins a transaction in the database of a storage, as a host application would.
     *
     * @param folder of the storage, if it is no shared one
     * @throws SQLException if it can't
     */
    public final Host begin(Storage storage, Path folder) throws SQLException {
        return storage instanceof SharedStorage shared ? shared.begin() : beginIn(storage, folder);
    }

    abstract Host beginIn(Storage storage, Path folder) throws SQLException;

    private static Host host(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new Host() {
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

    /** A transaction in the host's hands; closing it without commit rolls it back. */
    public interface Host extends AutoCloseable {
        /** Returns the transaction that a session joins. */
        HostTransaction transaction();

        /** Commits it. */
        void commit() throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
