package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How entries get into a log, and into an order that a reader can follow. */
interface LogAppender {

    /** Appends canonical entries whose key the log doesn't have. */
    AppendResult append(LogTable table, JdbcConnection link, TenantId tenant, List<LogEntry> entries)
            throws SQLException;

    /** Appends the condition for entries after a position, as far as no entry can turn up before them any more. */
    void afterPosition(SqlBuilder sql, LogTable table, Position after);

    /** Which positions are of the transaction itself, where others than the asking session may have appended in it. */
    Predicate<Position> uncommittedPositions(LogTable table, SessionTransaction transaction, TenantId tenant)
            throws SQLException;

    /**
     * What came of it.
     *
     * @param leftOut keys that the log had, or an earlier entry of the list
     * @param uncommitted which positions are of the transaction itself, and so not committed yet
     */
    record AppendResult(Set<String> leftOut, Predicate<Position> uncommitted) {}
}
