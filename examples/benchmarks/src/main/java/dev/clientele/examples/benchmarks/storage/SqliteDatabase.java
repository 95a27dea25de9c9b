package dev.clientele.examples.benchmarks.storage;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/** SQLite files in a temporary folder: write-ahead log, every commit synced to disk. */
public final class SqliteDatabase implements BenchmarkDatabase {

    private static final int CACHE_KIBIBYTES = 16 * 1024;

    private final Path folder;

    /** In this folder. */
    public SqliteDatabase(Path folder) {
        this.folder = folder;
    }

    /** In a folder of its own below this one. */
    public static SqliteDatabase below(Path parent) throws IOException {
        return new SqliteDatabase(Files.createTempDirectory(parent, "sqlite-"));
    }

    /** Where the files lie. */
    public Path folder() {
        return folder;
    }

    @Override
    public String product() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return "SQLite " + connection.getMetaData().getDatabaseProductVersion() + ", WAL, synchronous=FULL";
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite doesn't answer", e);
        }
    }

    private Path file(String contender) {
        return folder.resolve(contender.toLowerCase(Locale.ROOT).replace(' ', '-') + ".db");
    }

    @Override
    public void renew(String contender) {
        Path file = file(contender);
        try {
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Storage open(String contender) {
        return SqliteStorage.open(file(contender));
    }

    /** Transactions are begun and ended in SQL, which spares the driver's own bookkeeping around each statement. */
    @Override
    public Connection connect(String contender) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file(contender));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("commit");
        }
        return connection;
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public PlainDialect dialect(Connection connection, String log) throws SQLException {
        return new SqlitePlain(connection, log);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
