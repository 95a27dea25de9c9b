package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.UnsupportedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Storage in a PostgreSQL database, release 14 or later, encoded in UTF-8. Thread-safe. The application brings the driver,
 * {@code org.postgresql:postgresql}.
 *
 * <p>Any number of processes read and write at once. A commit that returned survives what the server is set to survive ({@code
 * synchronous_commit}, {@code fsync}).
 *
 * <p><b>Isolation.</b> Reading sessions stay on one snapshot ({@code repeatable read}), writing sessions work at {@code read
 * committed}, whatever the server, the role or the host's pool is set to. So a writing session sees what others have committed
 * by the time of each of its statements, and what it read may have changed when it writes. For the documents that it replaces
 * or deletes their versions guard against that. For those that it only read there can be <em>write skew</em>: two transactions
 * each read what the other writes, and together break a rule that each of them kept. A check in the batch ({@link
 * dev.clientele.persistence.Write.Check}; in the core, {@code rely}) guards against it: the document has that version until the
 * transaction ends. What isn't there can't be checked; let both write, or check, one document that stands for the rule. Or open
 * the storage with {@link Builder#serializable}, and all writing transactions are as if they had run one after the other.
 *
 * <p>A transaction of the host is joined at {@code read committed} (with {@link Builder#serializable} at {@code serializable}),
 * and refused at any other level: its snapshot would hide what a check is to find.
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

    /** Servers move and proxies balance: a connection isn't kept for good. */
    private static final Duration MAX_AGE = Duration.ofMinutes(30);

    private PostgresStorage(JdbcStorage storage) {
        super(storage);
    }

    /**
     * Opens a database through the host's own pool of connections. Closing the storage doesn't close the pool.
     *
     * <p>Each session then takes one more round trip to the server than with {@link #builder}, to set its isolation level, and the
     * time that its statements wait for locks. How long a session waits for a connection, and whether a server that
     * doesn't answer is given up, is for the pool to say.
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
     * Returns options for a database that is reached through the host's own pool, as {@link #over(DataSource)} does. The
     * options about connections (user, their number, a silent server) are the host's to set on its pool.
     */
    public static Builder builder(DataSource source) {
        return new Builder("", Objects.requireNonNull(source, "source"));
    }

    /**
     * Returns options for a database with connections of its own. Defaults: 4 connections to read, 4 to write, waiting at
     * most 30 seconds, table names beginning with {@code crm_}, a silent server given up after 5 minutes, a warning of sessions
     * that lie idle for a minute.
     *
     * @param url as the driver takes it: {@code jdbc:postgresql://host/database}
     */
    public static Builder builder(String url) {
        return new Builder(Objects.requireNonNull(url, "url"), null);
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
        private PostgresIsolation isolation = PostgresIsolation.READ_COMMITTED;
        private Duration maxSilence = Duration.ofMinutes(5);
        private Duration idleWarning = Duration.ofMinutes(1);

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

        /**
         * Sets the numbers of sessions that can read and write at once, 1 to 200 each; more wait. A thread that has a session
         * already may be given one of up to 4 more to read, if all others are held by threads that wait.
         */
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
         * Sets the longest time that opening a session takes, the wait for a connection and a server that comes back included,
         * and that a write waits for another transaction which holds what it needs: 250 milliseconds to one day. Over a host's pool
         * it sets the latter only.
         */
        public Builder maxWait(Duration longest) {
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
         * Runs all writing transactions at {@code serializable}: together they do what they would have done one after the other,
         * so that there is no write skew. Transactions that get in each other's way fail with a {@link
         * dev.clientele.persistence.ConflictException} without documents and have to be run again, which the core does. Every
         * process that writes to the database has to be set so.
         *
         * <p>Two rules of the contract hold less far then, since a transaction sees the state at its beginning: computing fails a
         * replacement of the same document that is under way (D11), to be run again; and what a transaction appends about a
         * document that it inserts anew may come before what one that ran beside it has appended about its deletion (L8).
         */
        public Builder serializable() {
            this.isolation = PostgresIsolation.SERIALIZABLE;
            return this;
        }

        /**
         * Sets the longest time that the server may take over a statement, one second to one day; waiting for locks comes on
         * top ({@link #maxWait}). After that the connection is given up and storage unavailable: the server hangs, or the way to
         * it is cut. Steps of a migration are exempt, since they may rewrite tables. Whoever opens a session with a patience is told
         * within a second or two after it has ended.
         */
        public Builder maxSilence(Duration longest) {
            requireOwnPool("maxSilence");
            if (longest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("maxSilence must be 1 s to 1 day, got " + longest);
            }
            this.maxSilence = longest;
            return this;
        }

        /**
         * Sets the time after which a session or stream that isn't used is taken for forgotten: a warning then says, once, where
         * it was opened. Zero for never, which saves noting that.
         */
        public Builder idleWarning(Duration after) {
            this.idleWarning = IdleWarning.checked(after);
            return this;
        }

        /**
         * Opens the database with these options.
         *
         * @throws UnsupportedException if it is no PostgreSQL from 14 on, or not encoded in UTF-8
         * @throws dev.clientele.persistence.StorageUnavailableException if it can't be reached
         */
        public PostgresStorage open() {
            Dialect dialect = new PostgresDialect(rowSecurity, isolation);
            DataSource pool = hosts;
            PostgresConnector connector = new PostgresConnector(url, login(), isolation, maxWait, maxSilence);
            try (Connection connection = pool != null
                    ? pool.getConnection()
                    : connector.open(true, Deadline.in(maxWait)).connection()) {
                requireFit(connection);
            } catch (SQLException e) {
                throw dialect.translate(e, false);
            }
            ConnectionPool connections = pool != null
                    ? new DataSourceConnectionPool(pool, dialect, maxWait, idleWarning)
                    : new OwnConnectionPool(
                            connector,
                            dialect,
                            new LeaseQueue(readers, writers, new LeaseReport(idleWarning)),
                            maxWait,
                            MAX_AGE);
            return new PostgresStorage(new JdbcStorage(dialect, new TableNames(prefix), connections));
        }

        private Properties login() {
            Properties login = new Properties();
            if (!user.isEmpty()) {
                login.setProperty("user", user);
                login.setProperty("password", password);
            }
            return login;
        }
    }
}
