package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The remover of log entries in a transaction.
 *
 * <p>Of what is pruned a digest of the key stays, and the last position: neither is given away again.
 */
final class LogRemover {

    /** The rows to remove of an entry. */
    record Removal(String key, Instant occurredAt, Set<UUID> subjects) {
        static Removal of(LogEntry entry) {
            return new Removal(entry.key(), entry.occurredAt(), entry.subjects());
        }
    }

    private final LogTable table;
    private final Dialect dialect;
    private final JdbcConnection link;
    private final TenantId tenant;

    LogRemover(LogTable table, Dialect dialect, JdbcConnection link, TenantId tenant) {
        this.table = table;
        this.dialect = dialect;
        this.link = link;
        this.tenant = tenant;
    }

    /**
     * Removes committed entries that readers of positions may have been given, and returns their number.
     *
     * @param pruning with checked criteria
     * @param own the transaction's own entries, which come after all that are committed
     */
    int prune(Pruning pruning, UncommittedEntries own) throws SQLException {
        List<Removal> removals = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        QuerySource source = table.source();
        SqlBuilder sql = new SqlBuilder().add("select ").add(table.removal());
        source.from(sql, dialect, tenant, null);
        source.appendCondition(sql, dialect, tenant, pruning.where());
        dialect.logAppender().afterPosition(sql.add(" and "), table, Position.START);
        Position upTo = pruning.upTo();
        if (upTo != null) {
            dialect.logAppender().upToPosition(sql.add(" and "), upTo);
        }
        sql.add(" order by ").add(table.positionOrder()).add(" limit ").bind(Codec.LONG, (long) pruning.limit());
        try (ResultSet rows = sql.add(dialect.updateLockClause()).prepare(link).executeQuery()) {
            while (rows.next()) {
                Position position = table.readPosition(rows, 4, own);
                if (position != null) {
                    removals.add(table.readRemoval(rows));
                    positions.add(position);
                }
            }
        }
        if (!removals.isEmpty()) {
            dialect.logAppender().remember(table, link, tenant, removals, positions.get(positions.size() - 1));
            remove(removals);
            table.relist(link, tenant, positions.stream().map(Position::second).toList());
        }
        return removals.size();
    }

    /** Removes entries without a trace. */
    void remove(List<Removal> removals) throws SQLException {
        dialect.logAppender().remove(table, link, tenant, removals);
    }

    /** Removes entries one after the other. */
    static void removeEach(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> removals)
            throws SQLException {
        for (Removal removal : removals) {
            for (UUID subject : removal.subjects()) {
                table.deleteSubject(link, tenant.value(), subject, removal).executeUpdate();
            }
        }
        for (Removal removal : removals) {
            PreparedStatement statement = table.delete(link, tenant.value(), removal.key());
            statement.executeUpdate();
        }
    }
}
