package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.LogRemover.Removal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The appender of log entries, which gives them positions in an order that a reader can follow. */
interface LogAppender {

    /** Appends canonical entries whose key the log doesn't have. */
    AppendResult append(LogTable table, JdbcConnection link, TenantId tenant, List<LogEntry> entries)
            throws SQLException;

    /** Appends the condition for entries after a position, as far as no entry can turn up before them any more. */
    void afterPosition(SqlBuilder sql, LogTable table, Position after);

    /** Appends the condition for entries up to a position. */
    void upToPosition(SqlBuilder sql, Position last);

    /**
     * Keeps the keys of entries that are about to be pruned, and the last of their positions.
     *
     * @param last the greatest of their positions
     */
    void remember(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> pruned, Position last)
            throws SQLException;

    /** Removes entries. */
    void remove(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> removals) throws SQLException;

    /** Stores canonical redactions and returns the keys of the entries that are there. */
    Set<String> redact(LogTable table, JdbcConnection link, TenantId tenant, List<Redaction> redactions)
            throws SQLException;

    /** Returns the entries of the transaction itself, in which other sessions may have appended too. */
    UncommittedEntries uncommitted(LogTable table, SessionTransaction transaction, TenantId tenant) throws SQLException;

    /**
     * The result of an append.
     *
     * @param leftOut keys that the log had, or an earlier entry of the list
     * @param uncommitted the transaction's own entries
     */
    record AppendResult(Set<String> leftOut, UncommittedEntries uncommitted) {}
}
