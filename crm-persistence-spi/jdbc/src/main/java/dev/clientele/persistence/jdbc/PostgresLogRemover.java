package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.LogRemover.Removal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The removal and redaction of log entries on PostgreSQL, many in one statement. */
final class PostgresLogRemover {

    private PostgresLogRemover() {}

    static void remember(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> pruned, Position last)
            throws SQLException {
        SqlBuilder keys = new SqlBuilder()
                .add("insert into " + table.pruned() + " (\"tenant\", \"digest\") select ")
                .bind(Codec.TEXT, tenant.value())
                .add(", u.\"digest\" from unnest(");
        PostgresRows.column(keys, "uuid", pruned, removal -> KeyDigest.of(removal.key()))
                .add(") as u(\"digest\") on conflict (\"tenant\", \"digest\") do nothing")
                .prepare(link)
                .executeUpdate();
        String number = "\"" + PostgresLogAppender.TRANSACTION + "\"";
        String place = "\"" + PostgresLogAppender.POSITION + "\"";
        new SqlBuilder()
                .add("insert into " + table.prunedEnd() + " (\"tenant\", " + number + ", " + place + ") values (")
                .bind(Codec.TEXT, tenant.value())
                .add(", ")
                .bind(Codec.LONG, last.first())
                .add(", ")
                .bind(Codec.LONG, last.second())
                .add(") on conflict (\"tenant\") do update set " + number + " = excluded." + number + ", " + place
                        + " = excluded." + place + " where (excluded." + number + ", excluded." + place + ") > ("
                        + table.prunedEnd() + "." + number + ", " + table.prunedEnd() + "." + place + ")")
                .prepare(link)
                .executeUpdate();
    }

    static void remove(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> removals)
            throws SQLException {
        record Listed(UUID subject, Removal entry) {}
        List<Listed> listed = removals.stream()
                .flatMap(entry -> entry.subjects().stream().map(subject -> new Listed(subject, entry)))
                .toList();
        SqlBuilder subjects = new SqlBuilder().add("delete from " + table.subjectsName() + " s using unnest(");
        PostgresRows.column(subjects, "uuid", listed, Listed::subject).add(", ");
        PostgresRows.column(
                        subjects,
                        "timestamptz",
                        listed,
                        each -> IsoText.of(each.entry().occurredAt()))
                .add(", ");
        PostgresRows.column(subjects, "text", listed, each -> each.entry().key())
                .add(") as u(\"subject\", \"occurred_at\", \"key\") where s.\"subject\" = u.\"subject\""
                        + " and s.\"occurred_at\" = u.\"occurred_at\" and s.\"key\" = u.\"key\" and s.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .prepare(link)
                .executeUpdate();
        SqlBuilder entries = new SqlBuilder()
                .add("delete from " + table.name() + " e where e.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and e.\"key\" = any(");
        PostgresRows.column(entries, "text", removals, Removal::key)
                .add(")")
                .prepare(link)
                .executeUpdate();
    }

    /** Stores redactions, the rows locked in the order of their keys. */
    static Set<String> redact(LogTable table, JdbcConnection link, TenantId tenant, List<Redaction> redactions)
            throws SQLException {
        List<FieldColumn> fields = table.fields();
        SqlBuilder sql = new SqlBuilder()
                .add("with l as (select e.\"key\" from " + table.name() + " e where e.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and e.\"key\" = any(");
        PostgresRows.column(sql, "text", redactions, Redaction::key)
                .add(") order by e.\"key\" for no key update) update " + table.name() + " e set "
                        + fields.stream()
                                .map(field ->
                                        field.name() + " = u." + field.name() + PostgresRows.unpacking(field) + ", ")
                                .collect(Collectors.joining())
                        + "\"body\" = u.\"body\" from l, unnest(");
        PostgresRows.column(sql, "text", redactions, Redaction::key).add(", ");
        for (FieldColumn field : fields) {
            PostgresRows.column(sql, field, redactions, Redaction::fields).add(", ");
        }
        PostgresRows.column(sql, "text", redactions, Redaction::body)
                .add(") as u(\"key\", "
                        + fields.stream().map(field -> field.name() + ", ").collect(Collectors.joining())
                        + "\"body\") where u.\"key\" = l.\"key\" and e.\"key\" = l.\"key\" and e.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" returning e.\"key\"");
        Set<String> done = new HashSet<>();
        try (ResultSet rows = sql.prepare(link).executeQuery()) {
            while (rows.next()) {
                done.add(rows.getString(1));
            }
        }
        return done;
    }
}
