package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The reader of a log by position. */
final class LogPositionReader {

    private final LogTable table;
    private final Dialect dialect;
    private final TenantId tenant;

    LogPositionReader(LogTable table, Dialect dialect, TenantId tenant) {
        this.table = table;
        this.dialect = dialect;
        this.tenant = tenant;
    }

    /**
     * Returns the committed entries after a position; {@code own} ones aren't, and come after all that are.
     */
    List<LogEntry> readAfter(JdbcConnection link, Position position, UncommittedEntries own, int limit)
            throws SQLException {
        QuerySource source = table.source();
        SqlBuilder sql = new SqlBuilder().add("select ").add(source.selected());
        source.from(sql, dialect, tenant, null).add(" and ");
        dialect.logAppender().afterPosition(sql, table, position);
        sql.add(" order by ").add(table.positionOrder()).add(" limit ").bind(Codec.LONG, (long) limit);
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet rows = sql.prepare(link).executeQuery()) {
            while (rows.next()) {
                LogEntry entry = table.read(rows, own);
                if (entry.position() != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }
}
