package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads a log by position, where positions are given out in the order of commits. */
final class LogFollowing {

    private final LogTable table;
    private final Dialect dialect;
    private final TenantId tenant;

    LogFollowing(LogTable table, Dialect dialect, TenantId tenant) {
        this.table = table;
        this.dialect = dialect;
        this.tenant = tenant;
    }

    /** The committed entries after a position; from {@code uncommitted} on they are the reader's own. */
    List<LogEntry> after(Link link, Position position, long uncommitted, int limit) throws SQLException {
        if (position.first() > 0) {
            return List.of();
        }
        Source source = table.source();
        Sql sql = new Sql().add("select ").add(source.selected());
        source.from(sql, dialect, tenant, null);
        sql.add(" and e.\"position\" > ").bind(Codec.LONG, position.second());
        sql.add(" and e.\"position\" < ").bind(Codec.LONG, uncommitted);
        sql.add(" order by e.\"position\" limit ").bind(Codec.LONG, (long) limit);
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet rows = sql.on(link).executeQuery()) {
            while (rows.next()) {
                entries.add(table.read(rows, uncommitted));
            }
        }
        return entries;
    }
}
