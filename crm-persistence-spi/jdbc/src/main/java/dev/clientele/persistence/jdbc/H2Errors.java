package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/** The meaning of H2's error codes. */
final class H2Errors {

    /** The table and columns of the index, which the message names before it shows any value. */
    private static final Pattern INDEX = Pattern.compile(" ON [^ ]*?\\.?\"*([a-z0-9_$]+)\"*\\(([^)]*)\\)");

    private H2Errors() {}

    static boolean isUniqueViolation(SQLException error) {
        return error.getErrorCode() == ErrorCode.DUPLICATE_KEY_1;
    }

    /** Tells whether a violation is about the key of a table over tenant and these columns. */
    static boolean isViolationOf(SQLException error, String table, List<String> columns) {
        if (!isUniqueViolation(error)) {
            return false;
        }
        Matcher matcher = INDEX.matcher(String.valueOf(error.getMessage()));
        if (!matcher.find()) {
            return false;
        }
        List<String> found = Stream.of(matcher.group(2).split(",", -1))
                .map(column -> column.replace("\"", "").trim().replaceAll(" .*", ""))
                .toList();
        List<String> expected =
                Stream.concat(Stream.of("tenant"), columns.stream()).collect(Collectors.toList());
        return matcher.group(1).equals(TableNames.unquote(table)) && found.equals(expected);
    }

    static boolean breaksConnection(SQLException error) {
        return isGone(error) || error.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
    }

    /** Tells whether the file, or the connection to what holds it, can't be used any more. */
    private static boolean isGone(SQLException error) {
        return switch (error.getErrorCode()) {
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.FILE_DELETE_FAILED_1,
                    ErrorCode.FILE_RENAME_FAILED_2,
                    ErrorCode.FILE_NOT_FOUND_1,
                    ErrorCode.DATABASE_IS_READ_ONLY,
                    ErrorCode.OUT_OF_MEMORY,
                    ErrorCode.GENERAL_ERROR_1 -> true;
            default -> false;
        };
    }

    static StorageException translate(SQLException error, boolean committing) {
        String named = " (code " + error.getErrorCode() + ")";
        if (error instanceof UnreadableValueException) {
            return new CorruptDataException("a stored value can't be read", error);
        }
        if (isGone(error)) {
            return committing
                    ? new CommitOutcomeUnknownException("the database failed during commit" + named, error)
                    : new StorageUnavailableException("the database can't be read or written" + named, error);
        }
        return switch (error.getErrorCode()) {
            case ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1, ErrorCode.DUPLICATE_KEY_1 ->
                new ConflictException(List.of(), error);
            case ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.DATABASE_ALREADY_OPEN_1,
                    ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                    ErrorCode.STATEMENT_WAS_CANCELED ->
                new StorageUnavailableException("another transaction or process holds the database" + named, error);
            default -> new CorruptDataException("the database refused a statement" + named, error);
        };
    }
}
