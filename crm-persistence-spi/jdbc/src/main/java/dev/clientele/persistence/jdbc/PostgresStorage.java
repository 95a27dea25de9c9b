package dev.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.UnsupportedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Storage in a PostgreSQL database, release 14 or later, encoded in UTF-8. Thread-safe. The application brings the driver,
 * {@code org.postgresql:postgresql}.
 *
 * <p>Any number of processes read and write at once. Reading sessions stay on one snapshot ({@code repeatable read}),
 * writing sessions work at {@code read committed} with the version checks of the contract. A commit that returned survives
 * what the server is set to survive ({@code synchronous_commit}, {@code fsync}).
 *
 * <p>A log can be followed up to the oldest transaction that is running anywhere on the server; one that stays open, also
 * in another database, holds readers of positions back until it ends. Positions contain the server's transaction numbers:
 * after a database was restored from a dump on another server, or its server was replaced by one of a later release, apply the
 * migration once more, which carries them on.
 *
 * <p>Tables are created in the connection's current schema. To keep the right to create tables from the application, have
 * another user apply the {@link Migration}, or run its printed steps by hand, and let the application {@linkplain
 * Migration#validate validate}.
 */
public final class PostgresStorage extends DatabaseStorage {

    private static final int MIN_RELEASE = 14;

    private PostgresStorage(Storage storage) {
        super(storage);
    }

    /**
     * Opens a database through the host's own pool of connections. Closing the storage doesn't close the pool.
     *
     * <p>Each reading session then takes one more round trip to the server than with {@link #builder}, to set its isolation
     * level.
     *
     * @throws UnsupportedException if it is no PostgreSQL from 14 on, or not encoded in UTF-8
     * @throws dev.clientele.persistence.StorageUnavailableException if it can't be reached
     */
    public static PostgresStorage over(DataSource source) {
        return over(source, "crm_");
    }

    /**
     * Opens a database as {@link #over(DataSource)} does, with another prefix of table names than {@code crm_}: a lower-case
     * letter, then at most 11 of a-z, 0-9 and _.
     */
    public static PostgresStorage over(DataSource source, String tablePrefix) {
        return builder(source).tablePrefix(tablePrefix).open();
    }

    /**
     * Returns options for a database that is reached through the host's own pool, as {@link #over(DataSource)} does. Of the
     * options the pool's own (user, connections, waiting) are the host's to set.
     */
    public static Builder builder(DataSource source) {
        return new Builder("", Objects.requireNonNull(source, "source"));
    }

    /**
     * Returns options for a database with connections of its own. Defaults: 4 connections to read, 4 to write, waiting at
     * most 30 seconds, table names beginning with {@code crm_}.
     *
     * @param url as the driver takes it: {@code jdbc:postgresql://host/database}
     */
    public static Builder builder(String url) {
        return new Builder(Objects.requireNonNull(url, "url"), null);
    }

    private static PostgresStorage open(
            DataSource readers,
            DataSource writers,
            boolean onSnapshots,
            Runnable closing,
            Dialect dialect,
            TableNames names) {
        try (Connection connection = writers.getConnection()) {
            requireFit(connection);
        } catch (SQLException e) {
            throw PostgresErrors.translate(e, false);
        }
        ConnectionPool connections = new DataSourceConnectionPool(readers, writers, onSnapshots, dialect, closing);
        return new PostgresStorage(new JdbcStorage(dialect, names, connections));
    }

    private static void requireFit(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        int release = connection.getMetaData().getDatabaseMajorVersion();
        if (!product.equals("PostgreSQL") || release < MIN_RELEASE) {
            throw new UnsupportedException(
                    "needs PostgreSQL " + MIN_RELEASE + " or later, got " + product + " " + release, null);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show server_encoding")) {
            String encoding = rows.next() ? rows.getString(1) : "none";
            if (!encoding.equals("UTF8")) {
                throw new UnsupportedException("the database has to be encoded in UTF8, got " + encoding, null);
            }
        }
    }

    /** The options of a PostgreSQL database; see {@link PostgresStorage#builder}. Not thread-safe. */
    public static final class Builder {

        private final String url;
        private final @Nullable DataSource hosts;
        private String user = "";
        private String password = "";
        private int readers = 4;
        private int writers = 4;
        private Duration maxWait = Duration.ofSeconds(30);
        private String prefix = "crm_";
        private boolean rowSecurity;

        private Builder(String url, @Nullable DataSource hosts) {
            this.url = url;
            this.hosts = hosts;
        }

        private void requireOwnPool(String option) {
            if (hosts != null) {
                throw new IllegalStateException(option + " has to be set on the pool, which is the host's");
            }
        }

        /** Sets the user who connects; without this it is the URL's. */
        public Builder user(String name, String secret) {
            requireOwnPool("user");
            this.user = Objects.requireNonNull(name, "user");
            this.password = Objects.requireNonNull(secret, "password");
            return this;
        }

        /** Sets the numbers of sessions that can read and write at once, 1 to 200 each; more wait. */
        public Builder connections(int reading, int writing) {
            requireOwnPool("connections");
            if (reading < 1 || reading > 200 || writing < 1 || writing > 200) {
                throw new IllegalArgumentException(
                        "connections must be 1 to 200 each, got " + reading + " and " + writing);
            }
            this.readers = reading;
            this.writers = writing;
            return this;
        }

        /**
         * Sets the longest time that opening a session waits for a connection, and a write for another transaction that
         * holds what it needs: 250 milliseconds to one day.
         */
        public Builder maxWait(Duration longest) {
            requireOwnPool("maxWait");
            if (longest.toMillis() < 250 || longest.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("maxWait must be 250 ms to 1 day, got " + longest);
            }
            this.maxWait = longest;
            return this;
        }

        /** Sets the prefix of all table names: a lower-case letter, then at most 11 of a-z, 0-9 and _. */
        public Builder tablePrefix(String namePrefix) {
            new TableNames(namePrefix);
            this.prefix = namePrefix;
            return this;
        }

        /**
         * Adds a second wall between tenants inside the database: policies by which a transaction sees only the rows of the
         * tenant that it was opened for, which it says to the server for its own length ({@code set local}). They bind every
         * user but the owner of the tables, so the application should connect as another one. Each session takes one more
         * round trip. Off by default; a database that was set up with it can't be opened without.
         */
        public Builder rowLevelSecurity() {
            this.rowSecurity = true;
            return this;
        }

        /**
         * Opens the database with these options.
         *
         * @throws UnsupportedException if it is no PostgreSQL from 14 on, or not encoded in UTF-8
         * @throws dev.clientele.persistence.StorageUnavailableException if it can't be reached
         */
        public PostgresStorage open() {
            Dialect dialect = new PostgresDialect(rowSecurity);
            DataSource pool = hosts;
            return pool != null
                    ? PostgresStorage.open(pool, pool, false, () -> {}, dialect, new TableNames(prefix))
                    : openOwn(dialect);
        }

        private PostgresStorage openOwn(Dialect dialect) {
            String lockTimeout = "set lock_timeout = " + maxWait.toMillis();
            HikariDataSource reading = pool(
                    readers,
                    lockTimeout
                            + "; set session characteristics as transaction isolation level repeatable read, read only");
            HikariDataSource writing = pool(writers, lockTimeout);
            Runnable closing = () -> {
                reading.close();
                writing.close();
            };
            boolean opened = false;
            try {
                PostgresStorage storage =
                        PostgresStorage.open(reading, writing, true, closing, dialect, new TableNames(prefix));
                opened = true;
                return storage;
            } finally {
                if (!opened) {
                    closing.run();
                }
            }
        }

        private HikariDataSource pool(int size, String initially) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            if (!user.isEmpty()) {
                config.setUsername(user);
                config.setPassword(password);
            }
            config.setMaximumPoolSize(size);
            config.setConnectionTimeout(maxWait.toMillis());
            config.setInitializationFailTimeout(-1); // the first use tells what is wrong
            config.setAutoCommit(false);
            config.setConnectionInitSql(initially);
            config.setIsolateInternalQueries(
                    true); // else that would be part of the first transaction, and undone with it
            return new HikariDataSource(config);
        }
    }
}
