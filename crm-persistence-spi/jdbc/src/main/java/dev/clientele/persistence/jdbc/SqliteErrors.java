package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.UnsupportedException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The meaning of SQLite's result codes. */
final class SqliteErrors {

    private static final String UNIQUE_MESSAGE = "UNIQUE constraint failed: ";

    private SqliteErrors() {}

    static StorageException translate(SQLException error, boolean committing) {
        if (error instanceof UnreadableValueException) {
            return new CorruptDataException("a stored value can't be read", error);
        }
        if (!(error instanceof SQLiteException)) {
            return new StorageUnavailableException("the connection was closed meanwhile", error);
        }
        SQLiteErrorCode code = code(error);
        return switch (primary(code)) {
            case SQLITE_BUSY ->
                code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT
                        ? new ConflictException(List.of(), error)
                        : new StorageUnavailableException(
                                "another process or connection is writing" + named(code), error);
            case SQLITE_LOCKED,
                    SQLITE_NOMEM,
                    SQLITE_INTERRUPT,
                    SQLITE_PROTOCOL,
                    SQLITE_ABORT,
                    SQLITE_MISUSE,
                    SQLITE_NOLFS -> new StorageUnavailableException("SQLite is busy" + named(code), error);
            case SQLITE_FULL ->
                new StorageUnavailableException("no space is left for the database" + named(code), error);
            case SQLITE_IOERR ->
                committing
                        ? new CommitOutcomeUnknownException(
                                "reading or writing failed during commit" + named(code), error)
                        : new StorageUnavailableException("the file can't be read or written" + named(code), error);
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new StorageUnavailableException("the file can't be opened for writing" + named(code), error);
            case SQLITE_TOOBIG -> new UnsupportedException("a value is larger than SQLite allows" + named(code), error);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT ->
                new CorruptDataException("the file is damaged or no database" + named(code), error);
            default -> new CorruptDataException("the database refused a statement" + named(code), error);
        };
    }

    /** Tells whether another connection, of this process or another, holds the file's lock. */
    static boolean isBusy(SQLException error) {
        return primary(code(error)) == SQLiteErrorCode.SQLITE_BUSY;
    }

    static boolean isUniqueViolation(SQLException error) {
        SQLiteErrorCode code = code(error);
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    /**
     * Tells whether a violation is about a key; SQLite names the columns:
     * {@code UNIQUE constraint failed: crm_account.tenant, crm_account.email}.
     */
    static boolean isViolationOf(SQLException violation, String table, List<String> columns) {
        String message = String.valueOf(violation.getMessage());
        int start = message.indexOf(UNIQUE_MESSAGE);
        if (start < 0) {
            return false;
        }
        String list = message.substring(start + UNIQUE_MESSAGE.length());
        Set<String> expected = new HashSet<>(Set.of(table + ".tenant"));
        columns.forEach(column -> expected.add(table + "." + column));
        return expected.equals(Set.of(list.replaceAll("\\)?\\s*$", "").split(", ")));
    }

    /** Tells whether SQLite may have rolled back by itself, which the driver doesn't notice. */
    static boolean breaksConnection(SQLException error) {
        if (!(error instanceof SQLiteException)) {
            return true;
        }
        return switch (primary(code(error))) {
            case SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_NOMEM,
                    SQLITE_CORRUPT,
                    SQLITE_NOTADB,
                    SQLITE_CANTOPEN,
                    SQLITE_READONLY,
                    SQLITE_MISUSE,
                    SQLITE_ABORT,
                    SQLITE_PROTOCOL,
                    SQLITE_INTERRUPT -> true;
            default -> false;
        };
    }

    private static SQLiteErrorCode code(SQLException error) {
        return error instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Returns the code without the detail that its upper bits tell. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code.code < 0 ? code : SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static String named(SQLiteErrorCode code) {
        return " (" + code.name().toLowerCase(Locale.ROOT) + ")";
    }
}
