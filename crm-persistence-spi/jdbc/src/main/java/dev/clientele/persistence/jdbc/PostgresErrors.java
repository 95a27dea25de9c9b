package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.UnsupportedException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The meaning of PostgreSQL's error states (its manual, appendix A). */
final class PostgresErrors {

    private static final String UNIQUE_VIOLATION = "23505";

    private PostgresErrors() {}

    static boolean isUniqueViolation(SQLException error) {
        return UNIQUE_VIOLATION.equals(error.getSQLState());
    }

    /** Returns the index that a violation is about; null if the server didn't say. */
    static @Nullable String constraint(SQLException violation) {
        for (Throwable cause = violation; cause != null; cause = next(cause)) {
            if (cause instanceof PSQLException known) {
                ServerErrorMessage message = known.getServerErrorMessage();
                if (message != null) {
                    return message.getConstraint();
                }
            }
        }
        return null;
    }

    /** Returns the next in a chain of errors; batch errors carry the server's as the next exception. */
    private static @Nullable Throwable next(Throwable error) {
        SQLException next = error instanceof SQLException sql ? sql.getNextException() : null;
        return next != null ? next : error.getCause();
    }

    static boolean isConnectionLost(SQLException error) {
        String state = state(error);
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("58");
    }

    static StorageException translate(SQLException error, boolean committing) {
        String state = state(error);
        String named = " (state " + (state.isEmpty() ? "unknown" : state) + ")";
        if (error instanceof UnreadableValueException) {
            return new CorruptDataException("a stored value can't be read", error);
        } else if (isConnectionLost(error)) {
            return committing
                    ? new CommitOutcomeUnknownException("the connection was lost during commit" + named, error)
                    : new StorageUnavailableException("the database can't be reached" + named, error);
        } else if (error instanceof java.sql.SQLTransientException && state.isEmpty()) {
            return new StorageUnavailableException("no connection is to be had", error);
        } else if (state.equals("40001") || state.equals("40P01") || state.equals(UNIQUE_VIOLATION)) {
            return new ConflictException(List.of(), error);
        } else if (state.startsWith("53") || state.equals("55P03") || state.equals("57014") || state.startsWith("28")) {
            return new StorageUnavailableException("the database is busy, full or refuses" + named, error);
        } else if (state.startsWith("0A") || state.equals("42501") || state.equals("25006")) {
            return new UnsupportedException("the database, or this user's rights, don't allow it" + named, error);
        }
        return new CorruptDataException("the database refused a statement" + named, error);
    }

    private static String state(SQLException error) {
        String state = error.getSQLState();
        return state == null ? "" : state;
    }
}
