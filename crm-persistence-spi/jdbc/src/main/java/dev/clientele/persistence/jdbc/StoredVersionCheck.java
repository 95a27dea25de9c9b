package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares the versions that writes were decided on with the stored ones. */
final class StoredVersionCheck {

    private final SchemaTables tables;
    private final JdbcConnection link;
    private final TenantId tenant;

    StoredVersionCheck(SchemaTables tables, JdbcConnection link, TenantId tenant) {
        this.tables = tables;
        this.link = link;
        this.tenant = tenant;
    }

    /** The writes that don't hold; what they concern stays as it is until the transaction ends. */
    List<Write> findConflicts(List<Write> writes) throws SQLException {
        Map<String, List<Write>> byType = new LinkedHashMap<>();
        writes.forEach(write ->
                byType.computeIfAbsent(write.type(), type -> new ArrayList<>()).add(write));
        List<Write> contradicting = new ArrayList<>();
        for (Map.Entry<String, List<Write>> ofType : byType.entrySet()) {
            Map<UUID, Long> versions = lockVersions(ofType.getKey(), ofType.getValue());
            for (Write write : ofType.getValue()) {
                if (versions.getOrDefault(write.id(), 0L) != expectedVersion(write)) {
                    contradicting.add(write);
                }
            }
        }
        return contradicting;
    }

    /** The version that has to be stored; 0 for none. */
    private static long expectedVersion(Write write) {
        if (write instanceof Write.Replace replace) {
            return replace.document().version();
        } else if (write instanceof Write.Delete delete) {
            return presentVersion(delete.version());
        } else if (write instanceof Write.Check check) {
            return presentVersion(check.version());
        }
        return 0;
    }

    /** No document is ever at a version below 1, so that such a write contradicts whatever is stored. */
    private static long presentVersion(long version) {
        return version < 1 ? -1 : version;
    }

    private Map<UUID, Long> lockVersions(String type, List<Write> writes) throws SQLException {
        Dialect dialect = tables.dialect();
        QuerySource source = tables.document(type).source();
        List<Object> ids = new ArrayList<>(writes.size());
        writes.forEach(write -> ids.add(write.id().toString()));
        SqlBuilder sql = new SqlBuilder().add("select d.\"id\", d.\"version\"");
        source.from(sql, dialect, tenant, null);
        source.appendCondition(sql, dialect, Criteria.in(DocumentType.ID, ids));
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
