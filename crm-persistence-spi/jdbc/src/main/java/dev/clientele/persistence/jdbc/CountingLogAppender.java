package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.LogRemover.Removal;
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
        End place = end(table, link, tenant);
        long end = place.next();
        Set<String> leftOut = new LinkedHashSet<>();
        List<LogEntry> appended = new ArrayList<>(entries.size());
        long position = end;
        for (LogEntry entry : entries) {
            if (!(place.pruned() && isPruned(table, link, tenant, entry.key()))
                    && insert(table, link, tenant, entry, position)) {
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
        return new AppendResult(leftOut, (at, appender) -> at.second() >= end);
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
        long end = transaction.inSeparateTransaction(
                link -> end(table, link, tenant).next());
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

    @Override
    public void upToPosition(SqlBuilder sql, Position last) {
        sql.add("e.\"position\" <= ").bind(Codec.LONG, last.first() > 0 ? Long.MAX_VALUE : last.second());
    }

    @Override
    public void remember(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> pruned, Position last)
            throws SQLException {
        for (Removal removal : pruned) {
            if (!isPruned(table, link, tenant, removal.key())) {
                new SqlBuilder()
                        .add("insert into " + table.pruned() + " (\"tenant\", \"digest\") values (")
                        .bind(Codec.TEXT, tenant.value())
                        .add(", ")
                        .bind(table.digests(), KeyDigest.of(removal.key()))
                        .add(")")
                        .prepare(link)
                        .executeUpdate();
            }
        }
        int there = new SqlBuilder()
                .add("update " + table.prunedEnd() + " set \"position\" = case when \"position\" < ")
                .bind(Codec.LONG, last.second())
                .add(" then ")
                .bind(Codec.LONG, last.second())
                .add(" else \"position\" end where \"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .prepare(link)
                .executeUpdate();
        if (there == 0) {
            new SqlBuilder()
                    .add("insert into " + table.prunedEnd() + " (\"tenant\", \"position\") values (")
                    .bind(Codec.TEXT, tenant.value())
                    .add(", ")
                    .bind(Codec.LONG, last.second())
                    .add(")")
                    .prepare(link)
                    .executeUpdate();
        }
    }

    private static boolean isPruned(LogTable table, JdbcConnection link, TenantId tenant, String key)
            throws SQLException {
        SqlBuilder sql = new SqlBuilder()
                .add("select 1 from " + table.pruned() + " where \"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and \"digest\" = ")
                .bind(table.digests(), KeyDigest.of(key));
        try (ResultSet rows = sql.prepare(link).executeQuery()) {
            return rows.next();
        }
    }

    @Override
    public void remove(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> removals)
            throws SQLException {
        LogRemover.removeEach(table, link, tenant, removals);
    }

    @Override
    public Set<String> redact(LogTable table, JdbcConnection link, TenantId tenant, List<Redaction> redactions)
            throws SQLException {
        Set<String> done = new LinkedHashSet<>();
        for (Redaction redaction : redactions) {
            if (table.redact(link, tenant.value(), redaction).executeUpdate() > 0) {
                done.add(redaction.key());
            }
        }
        table.relistKeys(link, tenant, done);
        return done;
    }

    /** The place after the last entry, and whether any was pruned. */
    private record End(long next, boolean pruned) {}

    private static End end(LogTable table, JdbcConnection link, TenantId tenant) throws SQLException {
        PreparedStatement statement = link.prepare("select max(\"position\"), 0 from " + table.name()
                + " where \"tenant\" = ? union all select \"position\", 1 from " + table.prunedEnd()
                + " where \"tenant\" = ?");
        statement.setString(1, tenant.value());
        statement.setString(2, tenant.value());
        long last = 0;
        boolean pruned = false;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                last = Math.max(last, rows.getLong(1));
                pruned |= rows.getInt(2) == 1;
            }
        }
        return new End(last + 1, pruned);
    }
}
