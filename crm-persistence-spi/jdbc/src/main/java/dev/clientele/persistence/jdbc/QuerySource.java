package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The source of a query's rows: a table, or a log's list of subjects joined with its entries.
 *
 * @param selected the columns that make a row, as text
 * @param from the tables with their aliases
 * @param tenant the tenant column
 * @param joinCondition a condition that joins two tables, empty for one
 * @param columns by field name
 * @param identity the columns, with their alias, that tell the rows of the first table apart within a tenant
 * @param setIndexes the indexes on text sets, by field
 * @param lookups the fields by whose values rows can be looked up
 * @param tieBreaker the column that settles ties: a document's id, an entry's key
 */
record QuerySource(
        String selected,
        String from,
        String tenant,
        String joinCondition,
        Map<String, FieldColumn> columns,
        String identity,
        Map<String, SetIndex> setIndexes,
        LookupFields lookups,
        FieldColumn tieBreaker) {

    /** Returns the column of a field that the schema has checked. */
    FieldColumn column(String field) {
        FieldColumn column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("no column for the field " + field);
        }
        return column;
    }

    /** Appends {@code from} and the conditions that every query has: the tenant and, of a log, the subject. */
    SqlBuilder from(SqlBuilder sql, Dialect dialect, TenantId tenantId, @Nullable UUID subject) {
        sql.add(" from ").add(from).add(" where ").add(tenant).add(" = ").bind(Codec.TEXT, tenantId.value());
        if (!joinCondition.isEmpty()) {
            sql.add(" and ").add(joinCondition);
        }
        if (subject != null) {
            sql.add(" and s.\"subject\" = ").bind(dialect.ids(), subject);
        }
        return sql;
    }

    /** Appends a condition unless it holds of everything. */
    SqlBuilder appendCondition(SqlBuilder sql, Dialect dialect, TenantId tenantId, Criteria criteria) {
        if (!criteria.equals(Criteria.always())) {
            sql.add(" and ");
            new CriteriaSql(dialect, this, tenantId).append(sql, criteria);
        }
        return sql;
    }
}
