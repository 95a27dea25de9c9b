package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
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
