package dev.clientele.persistence.jdbc;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The comparison of the versions that writes were decided on with the stored ones. */
final class StoredVersionCheck {

    private final SchemaTables tables;
    private final JdbcConnection link;
    private final TenantId tenant;

    StoredVersionCheck(SchemaTables tables, JdbcConnection link, TenantId tenant) {
        this.tables = tables;
        this.link = link;
        this.tenant = tenant;
    }

    /** Finds the writes that don't hold; what they concern stays as it is until the transaction ends. */
    List<Write> findConflicts(List<Write> writes) throws SQLException {
        ImmutableListMultimap<String, Write> byType = Multimaps.index(writes, Write::type);
        List<Write> conflicts = new ArrayList<>();
        for (String type : byType.keySet()) {
            Map<UUID, Long> versions = lockVersions(type, byType.get(type));
            for (Write write : byType.get(type)) {
                if (!write.holdsAt(versions.getOrDefault(write.id(), 0L))) {
                    conflicts.add(write);
                }
            }
        }
        return conflicts;
    }

    private Map<UUID, Long> lockVersions(String type, List<Write> writes) throws SQLException {
        Dialect dialect = tables.dialect();
        QuerySource source = tables.document(type).source();
        List<Object> ids = new ArrayList<>(writes.size());
        writes.forEach(write -> ids.add(write.id().toString()));
        SqlBuilder sql = new SqlBuilder().add("select d.\"id\", d.\"version\"");
        source.from(sql, dialect, tenant, null);
        source.appendCondition(sql, dialect, tenant, Criteria.in(DocumentType.ID, ids));
        sql.add(dialect.rowLockClause());
        Map<UUID, Long> versions = new HashMap<>();
        try (ResultSet rows = sql.prepare(link).executeQuery()) {
            while (rows.next()) {
                versions.put(dialect.ids().readPresent(rows, 1), rows.getLong(2));
            }
        }
        return versions;
    }
}
