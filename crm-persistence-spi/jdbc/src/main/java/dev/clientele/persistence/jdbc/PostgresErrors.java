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

    /** Tells whether the server, or the way to it, is gone: what was under way may or may not have been done. */
    static boolean isConnectionLost(SQLException error) {
        String state = state(error);
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("58") || state.startsWith("60");
    }

    /** Tells whether the connection can't be used any more. */
    static boolean breaksConnection(SQLException error) {
        return isConnectionLost(error) || isEndedByTimeout(state(error)) || isOfDriver(error);
    }

    /** The server ends the connection of who idles in a transaction, or lets one last, for longer than it is set to. */
    private static boolean isEndedByTimeout(String state) {
        return state.equals("25P03") || state.equals("25P04");
    }

    /** Errors without a state come from a pool or the driver, never from the server: there is no connection, or no more. */
    private static boolean isOfDriver(SQLException error) {
        return state(error).isEmpty() && !(error instanceof UnreadableValueException);
    }

    static StorageException translate(SQLException error, boolean committing) {
        String state = state(error);
        String named = " (state " + (state.isEmpty() ? "unknown" : state) + ")";
        if (error instanceof UnreadableValueException) {
            return new CorruptDataException("a stored value can't be read", error);
        } else if (isConnectionLost(error) || (committing && isOfDriver(error))) {
            return committing
                    ? new CommitOutcomeUnknownException("the connection was lost during commit" + named, error)
                    : new StorageUnavailableException("the database can't be reached" + named, error);
        } else if (state.isEmpty()) {
            return new StorageUnavailableException("no connection is to be had", error);
        } else if (state.equals(UNIQUE_VIOLATION) || state.startsWith("40")) {
            return new ConflictException(List.of(), error);
        } else if (isEndedByTimeout(state) || state.equals("57014")) {
            return new StorageUnavailableException(
                    "the database ended a statement or transaction that took too long, or was cancelled" + named,
                    error);
        } else if (state.equals("25P02")) {
            return new StorageUnavailableException("a statement of the transaction had failed before" + named, error);
        } else if (isBusy(state) || isOutdatedPlan(error, state)) {
            return new StorageUnavailableException("the database is busy, full or refuses" + named, error);
        } else if (state.startsWith("0A") || state.startsWith("54") || state.equals("42501") || state.equals("25006")) {
            return new UnsupportedException(
                    "the database, its limits or this user's rights don't allow it" + named, error);
        }
        return new CorruptDataException("the database refused a statement" + named, error);
    }

    /** No resources, locked or not ready, the wrong password, no such database, or an old snapshot. */
    private static boolean isBusy(String state) {
        return state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("72");
    }

    /** A statement was prepared before a change of the schema, or by way of a proxy that has forgotten it. */
    private static boolean isOutdatedPlan(SQLException error, String state) {
        return state.equals("26000")
                || (state.equals("0A000") && String.valueOf(error.getMessage()).contains("cached plan"));
    }

    private static String state(SQLException error) {
        String state = error.getSQLState();
        return state == null ? "" : state;
    }
}
