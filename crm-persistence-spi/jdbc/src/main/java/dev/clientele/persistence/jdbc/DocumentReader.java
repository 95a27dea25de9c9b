package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The reader of documents by id. */
final class DocumentReader {

    private final DocumentTable table;
    private final Dialect dialect;
    private final TenantId tenant;

    DocumentReader(DocumentTable table, Dialect dialect, TenantId tenant) {
        this.table = table;
        this.dialect = dialect;
        this.tenant = tenant;
    }

    /** Finds the documents with these ids, each given once. */
    List<Document> findAll(JdbcConnection link, List<UUID> ids) throws SQLException {
        return ids.size() == 1 ? documents(table.find(link, tenant.value(), ids.get(0)), 1) : findAll(link, ids, "");
    }

    /** Finds the documents with these ids, each given once, and makes others that do the same wait. */
    List<Document> findForUpdate(JdbcConnection link, List<UUID> ids) throws SQLException {
        return findAll(link, ids, dialect.updateLockClause());
    }

    private List<Document> findAll(JdbcConnection link, List<UUID> ids, String lock) throws SQLException {
        QuerySource source = table.source();
        SqlBuilder sql = new SqlBuilder().add("select ").add(source.selected());
        source.from(sql, dialect, tenant, null);
        source.appendCondition(
                sql,
                dialect,
                tenant,
                Criteria.in(DocumentType.ID, ids.stream().map(UUID::toString).toList()));
        if (!lock.isEmpty()) { // all in the same order, so that none waits for another in a circle
            sql.add(" order by d.\"id\"").add(lock);
        }
        return documents(sql.prepare(link), ids.size());
    }

    private List<Document> documents(PreparedStatement statement, int count) throws SQLException {
        List<Document> documents = new ArrayList<>(count);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                documents.add(table.read(rows));
            }
        }
        return documents;
    }
}
