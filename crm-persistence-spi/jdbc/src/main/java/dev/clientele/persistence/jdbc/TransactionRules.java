package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The transactions of a database: how they begin, end and fail. */
interface TransactionRules {

    /**
     * Begins a transaction at the isolation level that is ours, whatever is set elsewhere. One that only reads stays on a
     * snapshot; one that writes waits for the locks of others, each time, for no longer than is left until the deadline.
     */
    void begin(JdbcConnection link, boolean writing, Deadline deadline) throws SQLException;

    /** Tells whether {@link #begin} failed because others hold the database, so that it may be called again. */
    default boolean isHeldUp(SQLException error) {
        return false;
    }

    /**
     * Makes each statement that follows a transaction of its own, until {@link #begin} is called.
     *
     * @return false if that can't be, and a transaction has to be begun also for a single query
     */
    default boolean useAutoCommit(JdbcConnection link) throws SQLException {
        return false;
    }

    /** Sets the tenant whose session is about to work in the transaction, if the database wants to know. */
    default void setTenant(JdbcConnection link, TenantId tenant) throws SQLException {}

    /** Ends a transaction, keeping what it did. */
    void commit(JdbcConnection link) throws SQLException;

    /** Ends a transaction, undoing what it did. */
    void rollback(JdbcConnection link) throws SQLException;

    /** Checks that a host's connection is in a transaction that can be joined. */
    default void requireJoinable(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new UnsupportedException("the connection is in no transaction: auto-commit is on", null);
        }
    }

    /** Returns the clause that follows a select so that the rows stay as they are until the transaction ends. */
    String rowLockClause();

    /** Returns the clause that also makes others wait that select with it; empty where there is one writer at a time. */
    default String updateLockClause() {
        return "";
    }

    /** Tells whether a transaction can go on after a statement of it failed. */
    boolean continuesAfterError();

    /** Tells whether nobody else can write between what a writing transaction reads and what it writes. */
    default boolean hasSingleWriter() {
        return false;
    }

    /** Returns the clause after an insert's values by which a row whose key is there already is left out and not counted. */
    String onConflictDoNothing(String... keyColumns);

    /** Tells whether an error is how the database says that such an insert was left out of a table. */
    default boolean isSkippedInsert(SQLException error, String table) {
        return false;
    }

    /** Tells whether an error says that a value of a unique key is taken. */
    boolean isUniqueViolation(SQLException error);

    /** Tells whether a unique violation is about the key with this index and these columns of a table. */
    boolean isViolationOf(SQLException violation, String table, String index, List<String> columns);

    /** Tells whether the connection can't be used after an error. */
    boolean breaksConnection(SQLException error);

    /** Translates an error; {@code committing} while a commit was under way. */
    StorageException translate(SQLException error, boolean committing);
}
