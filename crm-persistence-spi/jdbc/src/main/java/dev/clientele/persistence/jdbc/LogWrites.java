package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Appends entries to a log in a transaction that no other appends beside. */
final class LogWrites {

    private final LogTable table;
    private final Link link;
    private final TenantId tenant;

    LogWrites(LogTable table, Link link, TenantId tenant) {
        this.table = table;
        this.link = link;
        this.tenant = tenant;
    }

    /** The place after the last entry. */
    long end() throws SQLException {
        PreparedStatement statement =
                link.prepare("select max(\"position\") from " + table.name() + " where \"tenant\" = ?");
        statement.setString(1, tenant.value());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) + 1 : 1;
        }
    }

    /** Appends canonical entries from a place on; gives the keys that were there already. */
    Set<String> append(List<LogEntry> entries, long end) throws SQLException {
        Set<String> leftOut = new LinkedHashSet<>();
        List<LogEntry> appended = new ArrayList<>(entries.size());
        long position = end;
        for (LogEntry entry : entries) {
            if (table.insert(link, tenant.value(), entry, position).executeUpdate() == 1) {
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
        return leftOut;
    }
}
