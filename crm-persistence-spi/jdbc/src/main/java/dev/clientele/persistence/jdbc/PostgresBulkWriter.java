package dev.clientele.persistence.jdbc;

import com.google.common.collect.Lists;
import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The bulk writer of PostgreSQL: a parameter per column, an array of all rows' values, and the ids written as the result.
 */
final class PostgresBulkWriter implements BulkWriter {

    private static final int CHUNK = 1000;
    private static final int COMPUTED_CHUNK = 5000;

    @Override
    public Set<UUID> writeAll(DocumentTable table, JdbcConnection link, TenantId tenant, List<? extends Write> writes)
            throws SQLException {
        Set<UUID> done = new HashSet<>();
        for (List<? extends Write> chunk : Lists.partition(writes, CHUNK)) {
            try (ResultSet rows = sql(table, tenant, chunk).prepare(link).executeQuery()) {
                while (rows.next()) {
                    done.add(TypedCodecs.ID.readPresent(rows, 1));
                }
            }
        }
        return done;
    }

    private static SqlBuilder sql(DocumentTable table, TenantId tenant, List<? extends Write> writes) {
        Write first = writes.get(0);
        if (first instanceof Write.Insert) {
            return insert(table, tenant, documents(writes));
        } else if (first instanceof Write.Replace) {
            return replace(table, tenant, documents(writes));
        }
        return delete(table, tenant, writes);
    }

    private static List<Document> documents(List<? extends Write> writes) {
        List<Document> documents = new ArrayList<>(writes.size());
        for (Write write : writes) {
            if (write instanceof Write.Insert insert) {
                documents.add(insert.document());
            } else if (write instanceof Write.Replace replace) {
                documents.add(replace.document());
            }
        }
        return documents;
    }

    private static SqlBuilder insert(DocumentTable table, TenantId tenant, List<Document> documents) {
        List<String> names = table.written().stream().map(FieldColumn::name).toList();
        List<String> values = table.written().stream()
                .map(field -> "u." + field.name() + PostgresRows.unpacking(field) + ", ")
                .toList();
        SqlBuilder sql = new SqlBuilder()
                .add("insert into " + table.name() + " (\"tenant\", \"id\", \"version\", " + list(names)
                        + "\"body\") select ")
                .bind(Codec.TEXT, tenant.value())
                .add(", u.\"id\", 1, " + String.join("", values) + "u.\"body\" from ");
        rows(sql, table, documents);
        return sql.add(" on conflict (\"tenant\", \"id\") do nothing returning \"id\"");
    }

    private static SqlBuilder replace(DocumentTable table, TenantId tenant, List<Document> documents) {
        List<String> changes = table.written().stream()
                .map(field -> field.name() + " = u." + field.name() + PostgresRows.unpacking(field) + ", ")
                .toList();
        SqlBuilder sql = new SqlBuilder()
                .add("update " + table.name() + " d set \"version\" = d.\"version\" + 1, " + String.join("", changes)
                        + "\"body\" = u.\"body\" from ");
        rows(sql, table, documents);
        return stillAtVersion(sql, tenant);
    }

    /** Locks the rows in the order of their ids, so that two that compute the same wait for each other and don't block. */
    @Override
    public Set<UUID> compute(
            DocumentTable table,
            JdbcConnection link,
            TenantId tenant,
            List<FieldColumn> columns,
            List<ComputedValues> rows)
            throws SQLException {
        Set<UUID> done = new HashSet<>();
        for (List<ComputedValues> chunk : Lists.partition(rows, COMPUTED_CHUNK)) {
            SqlBuilder sql = new SqlBuilder()
                    .add("with l as (select d.\"id\" from " + table.name() + " d where d.\"tenant\" = ")
                    .bind(Codec.TEXT, tenant.value())
                    .add(" and d.\"id\" = any(");
            PostgresRows.column(sql, "uuid", chunk, ComputedValues::id)
                    .add(") order by d.\"id\" for no key update) update " + table.name() + " d set "
                            + columns.stream()
                                    .map(field -> field.name() + " = u." + field.name() + PostgresRows.unpacking(field))
                                    .collect(Collectors.joining(", "))
                            + " from l, unnest(");
            PostgresRows.column(sql, "uuid", chunk, ComputedValues::id);
            for (FieldColumn field : columns) {
                PostgresRows.column(sql.add(", "), field, chunk, ComputedValues::fields);
            }
            sql.add(") as u(\"id\", "
                            + String.join(
                                    ", ",
                                    columns.stream().map(FieldColumn::name).toList())
                            + ") where u.\"id\" = l.\"id\" and d.\"id\" = l.\"id\" and d.\"tenant\" = ")
                    .bind(Codec.TEXT, tenant.value())
                    .add(" returning d.\"id\"");
            try (ResultSet found = sql.prepare(link).executeQuery()) {
                while (found.next()) {
                    done.add(TypedCodecs.ID.readPresent(found, 1));
                }
            }
        }
        return done;
    }

    private static SqlBuilder delete(DocumentTable table, TenantId tenant, List<? extends Write> deletes) {
        SqlBuilder sql = new SqlBuilder().add("delete from " + table.name() + " d using unnest(");
        PostgresRows.column(sql, "uuid", deletes, Write::id).add(", ");
        PostgresRows.column(
                sql, "int8", deletes, write -> write instanceof Write.Delete delete ? delete.version() : null);
        return stillAtVersion(sql.add(") as u(\"id\", \"version\")"), tenant);
    }

    private static SqlBuilder stillAtVersion(SqlBuilder sql, TenantId tenant) {
        return sql.add(" where d.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and d.\"id\" = u.\"id\" and d.\"version\" = u.\"version\" returning d.\"id\"");
    }

    /** Appends the documents as rows {@code u}. */
    private static void rows(SqlBuilder sql, DocumentTable table, List<Document> documents) {
        sql.add("unnest(");
        PostgresRows.column(sql, "uuid", documents, Document::id).add(", ");
        PostgresRows.column(sql, "int8", documents, Document::version).add(", ");
        for (FieldColumn field : table.written()) {
            PostgresRows.column(sql, field, documents, Document::fields).add(", ");
        }
        PostgresRows.column(sql, "text", documents, Document::body);
        sql.add(") as u(\"id\", \"version\", "
                + list(table.written().stream().map(FieldColumn::name).toList()) + "\"body\")");
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "" : String.join(", ", names) + ", ";
    }
}
