package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * The creation of SQLite files, and the check of those that are there already.
 *
 * <p>A file is ours if it bears our application id, which SQLite keeps in the file's head, or holds our record of the schema. A
 * new file is made whole under another name first, so that whoever is killed meanwhile leaves none that is half ours.
 */
enum SqliteCreation {
    /** Creates the file if there is none; one that is there has to be ours. */
    IF_ABSENT,
    /** Never creates anything: the file has to be there and ours. */
    NEVER,
    /** Creates what is missing also in a file that is empty or another application's. */
    ANYWHERE;

    /** "CLNT". */
    static final int APPLICATION_ID = 0x434c4e54;

    /** Makes sure that there is a file to open, or refuses. */
    void prepare(Path file, TableNames names, Duration maxWait) throws SQLException {
        if (!Files.exists(file)) {
            if (this == NEVER) {
                throw new StorageUnavailableException("there is no such file, and none is to be created", null);
            }
            create(file);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(SqliteFile.millis(maxWait));
        try (Connection connection = SqliteFile.connect(file, config);
                Statement statement = connection.createStatement()) {
            long id = number(statement, "pragma application_id");
            if (id == APPLICATION_ID || hasRecord(connection, names)) {
                return;
            }
            boolean empty = number(statement, "select count(*) from sqlite_schema") == 0;
            if (this != ANYWHERE) {
                throw new SchemaException(
                        empty
                                ? "the file is empty: what was in it is gone, or it never was a database of ours"
                                : "the file is another application's database: none of the tables of ours is in it",
                        null);
            }
            if (empty && id == 0) {
                statement.execute("pragma application_id = " + APPLICATION_ID);
            }
        }
    }

    private static boolean hasRecord(Connection connection, TableNames names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from sqlite_schema where name = ?")) {
            statement.setString(1, TableNames.unquote(names.schemaRecord()));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Creates a file that is ours from its first moment on; if another process is quicker, its file stays. */
    private static void create(Path file) throws SQLException {
        String suffix = ".new-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + suffix);
        try {
            try (Connection connection = SqliteFile.connect(part, new SQLiteConfig());
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma application_id = " + APPLICATION_ID);
            }
            name(part, file);
        } catch (IOException e) {
            throw new StorageUnavailableException("the file can't be created", e);
        } finally {
            delete(part);
        }
    }

    /** Gives a file its name, unless another has it. A link is never in the way of others; not all places know links. */
    private static void name(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException | IOException e) {
            moveIfAbsent(part, file);
        }
    }

    private static void moveIfAbsent(Path part, Path file) throws IOException {
        try {
            Files.move(part, file);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new StorageUnavailableException("a file left over from creating the database can't be deleted", e);
        }
    }
}
