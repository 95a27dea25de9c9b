package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some columns of a table of documents, for queries that need neither the others nor the body. Immutable.
 *
 * @param type name of the document type
 * @param source the table, of which these columns are selected
 * @param values reads them
 */
record DocumentColumns(String type, QuerySource source, RowValues values) {

    static DocumentColumns of(String type, QuerySource whole, List<FieldColumn> columns) {
        String selected = columns.stream()
                .map(column -> ", " + column.sql())
                .collect(Collectors.joining("", "d.\"id\", d.\"version\"", ""));
        QuerySource source = new QuerySource(
                selected,
                whole.from(),
                whole.tenant(),
                whole.joinCondition(),
                whole.columns(),
                whole.identity(),
                whole.setIndexes(),
                whole.lookups(),
                whole.tieBreaker());
        return new DocumentColumns(type, source, new RowValues(columns));
    }

    RowQuery<Document> query(Dialect dialect, TenantId tenant, Query query) {
        return new RowQuery<>(
                dialect,
                source,
                tenant,
                null,
                query.where(),
                query.order(),
                row -> read(row, dialect),
                document -> document.id().toString());
    }

    private Document read(ResultSet row, Dialect dialect) throws SQLException {
        return new Document(type, dialect.ids().readPresent(row, 1), row.getLong(2), values.read(row, 3), "");
    }
}
