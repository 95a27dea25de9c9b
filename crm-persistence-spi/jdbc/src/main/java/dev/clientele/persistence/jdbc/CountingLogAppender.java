package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The appender that counts a tenant's entries on from the last, for databases in which one transaction writes at a time:
 * the order of positions then is the order of commits. Should two transactions append side by side all the same, they take
 * the same position, and the key on it lets one of them through.
 */
final class CountingLogAppender implements LogAppender {

    @Override
    public AppendResult append(LogTable table, JdbcConnection link, TenantId tenant, List<LogEntry> entries)
            throws SQLException {
        long end = end(table, link, tenant);
        Set<String> leftOut = new LinkedHashSet<>();
        List<LogEntry> appended = new ArrayList<>(entries.size());
        long position = end;
        for (LogEntry entry : entries) {
            if (insert(table, link, tenant, entry, position)) {
                appended.add(entry);
                position++;
            } else {
                leftOut.add(entry.key());
            }
        }
        position = end;
        for (LogEntry entry : appended) {
            for (UUID subject : entry.subjects()) {
                table.insertSubject(link, tenant.value(), subject, entry, position)
                        .executeUpdate();
            }
            position++;
        }
        table.relist(link, tenant, LongStream.range(end, position).boxed().toList());
        return new AppendResult(leftOut, (place, appender) -> place.second() >= end);
    }

    private static boolean insert(LogTable table, JdbcConnection link, TenantId tenant, LogEntry entry, long position)
            throws SQLException {
        try {
            return table.insert(link, tenant.value(), entry, position).executeUpdate() == 1;
        } catch (SQLException e) {
            if (table.isSkippedInsert(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Tells positions beyond the last committed entry, where only one transaction at a time can have put any. */
    @Override
    public UncommittedEntries uncommitted(LogTable table, SessionTransaction transaction, TenantId tenant)
            throws SQLException {
        long end = transaction.inSeparateTransaction(link -> end(table, link, tenant));
        return (place, appender) -> place.second() >= end;
    }

    @Override
    public void afterPosition(SqlBuilder sql, LogTable table, Position after) {
        if (after.first() > 0) {
            sql.add("1 = 0");
        } else {
            sql.add("e.\"position\" > ").bind(Codec.LONG, after.second());
        }
    }

    /** Returns the place after the last entry. */
    private static long end(LogTable table, JdbcConnection link, TenantId tenant) throws SQLException {
        PreparedStatement statement =
                link.prepare("select max(\"position\") from " + table.name() + " where \"tenant\" = ?");
        statement.setString(1, tenant.value());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) + 1 : 1;
        }
    }
}
