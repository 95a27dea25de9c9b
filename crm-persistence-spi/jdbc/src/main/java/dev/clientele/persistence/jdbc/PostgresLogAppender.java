package dev.clientele.persistence.jdbc;

import com.google.common.collect.Lists;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.LogRemover.Removal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The appender of PostgreSQL.
 *
 * <p>A position is a transaction's number and, beyond it, a sequence. The number is the writing transaction's own, or that of
 * the last one that had ended when the entry was appended, whichever is greater: so what is appended after waiting for
 * another transaction, or after reading what it left, comes after that one's entries, however early the waiting one began.
 * Readers stop before the oldest transaction that still runs: none of its entries, nor of later ones, has a lower number.
 * The order of a record's changes rests on the append being a statement of its own after the write, with a snapshot of its
 * own.
 *
 * <p>It stores many entries and lists them under their subjects in one statement that takes a
 * column of values per parameter.
 *
 * <p>Counting what a batch of single statements did isn't possible on every setting of the driver; what this statement did,
 * it returns.
 */
final class PostgresLogAppender implements LogAppender {

    /** The column with the number by which transactions are ordered. */
    static final String TRANSACTION = "position$tx";

    /** The column with the own number of the transaction that appended an entry, where that is another. */
    static final String APPENDER = "position$by";

    /** The column that orders the entries of a number. */
    static final String POSITION = "position";

    private static final int CHUNK = 2000;

    /** Returns the expression of a transaction's number as it is stored. */
    static String number(String transaction, String epoch) {
        return "cast(cast(" + transaction + " as text) as bigint) + " + epoch;
    }

    @Override
    public AppendResult append(LogTable table, JdbcConnection link, TenantId tenant, List<LogEntry> entries)
            throws SQLException {
        Set<String> leftOut = new LinkedHashSet<>();
        long own = -1;
        for (List<LogEntry> chunk : Lists.partition(entries, CHUNK)) {
            Set<String> appended = new HashSet<>();
            Set<UUID> pruned = new HashSet<>();
            PreparedStatement statement = insert(table, tenant, chunk)
                    .add("; ")
                    .add(pruned(table, tenant, chunk))
                    .prepare(link);
            statement.setFetchSize(0); // the answers of two statements come at once
            statement.execute();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    appended.add(rows.getString(1));
                    own = rows.getLong(2);
                }
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    pruned.add(TypedCodecs.ID.readPresent(rows, 1));
                }
            }
            if (!pruned.isEmpty()) {
                takeBack(table, link, tenant, chunk, appended, pruned);
            }
            for (LogEntry entry : chunk) {
                if (!appended.remove(entry.key())) {
                    leftOut.add(entry.key());
                }
            }
        }
        long transaction = own;
        return new AppendResult(leftOut, (position, appender) -> appender == transaction);
    }

    /**
     * Asks which keys were pruned, in a statement of its own after the insert: a transaction that prunes while the insert waits
     * for it isn't seen by the insert.
     */
    private static SqlBuilder pruned(LogTable table, TenantId tenant, List<LogEntry> entries) {
        SqlBuilder sql = new SqlBuilder()
                .add("select p.\"digest\" from " + table.pruned() + " p where p.\"tenant\" = ")
                .bind(Codec.TEXT, tenant.value())
                .add(" and p.\"digest\" = any(");
        return column(sql, "uuid", entries, entry -> KeyDigest.of(entry.key())).add(")");
    }

    /** Removes what was appended under keys that were pruned. */
    private static void takeBack(
            LogTable table,
            JdbcConnection link,
            TenantId tenant,
            List<LogEntry> entries,
            Set<String> appended,
            Set<UUID> pruned)
            throws SQLException {
        List<Removal> removals = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (pruned.contains(KeyDigest.of(entry.key())) && appended.remove(entry.key())) {
                removals.add(Removal.of(entry));
            }
        }
        PostgresLogRemover.remove(table, link, tenant, removals);
    }

    @Override
    public void upToPosition(SqlBuilder sql, Position last) {
        sql.add("(e.\"" + TRANSACTION + "\", e.\"" + POSITION + "\") <= (")
                .bind(Codec.LONG, last.first())
                .add(", ")
                .bind(Codec.LONG, last.second())
                .add(")");
    }

    @Override
    public void remember(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> pruned, Position last)
            throws SQLException {
        PostgresLogRemover.remember(table, link, tenant, pruned, last);
    }

    @Override
    public void remove(LogTable table, JdbcConnection link, TenantId tenant, List<Removal> removals)
            throws SQLException {
        PostgresLogRemover.remove(table, link, tenant, removals);
    }

    @Override
    public Set<String> redact(LogTable table, JdbcConnection link, TenantId tenant, List<Redaction> redactions)
            throws SQLException {
        Set<String> done = new HashSet<>();
        for (List<Redaction> chunk : Lists.partition(redactions, CHUNK)) {
            done.addAll(PostgresLogRemover.redact(table, link, tenant, chunk));
        }
        return done;
    }

    private static SqlBuilder insert(LogTable table, TenantId tenant, List<LogEntry> entries) {
        List<String> names = new ArrayList<>(List.of("\"key\"", "\"occurred_at\"", "\"subjects\""));
        List<String> selected = new ArrayList<>(List.of("u.\"key\"", "u.\"occurred_at\"", "u.\"subjects\"::uuid[]"));
        for (FieldColumn field : table.fields()) {
            names.add(field.name());
            selected.add("u." + field.name() + PostgresRows.unpacking(field));
        }
        names.add("\"body\"");
        selected.add("u.\"body\"");
        SqlBuilder sql = new SqlBuilder()
                .add("with \"new\" as (insert into " + table.name() + " (\"tenant\", \"" + TRANSACTION + "\", \""
                        + APPENDER + "\", " + String.join(", ", names) + ") select ")
                .bind(Codec.TEXT, tenant.value())
                .add(", t.\"last\", nullif(t.\"own\", t.\"last\"), " + String.join(", ", selected) + " from "
                        + numbers(table.epoch()) + " cross join unnest(");
        column(sql, "text", entries, LogEntry::key).add(", ");
        column(sql, "timestamptz", entries, entry -> IsoText.of(entry.occurredAt()))
                .add(", ");
        column(sql, "text", entries, entry -> ids(entry.subjects())).add(", ");
        for (FieldColumn field : table.fields()) {
            PostgresRows.column(sql, field, entries, LogEntry::fields).add(", ");
        }
        column(sql, "text", entries, LogEntry::body);
        sql.add(") with ordinality as u(" + String.join(", ", names) + ", \"ordinal$\") order by u.\"ordinal$\""
                + " on conflict (\"tenant\", \"key\") do nothing"
                + " returning \"tenant\", \"subjects\", \"occurred_at\", \"key\", \"" + TRANSACTION + "\", \""
                + POSITION + "\", \"" + APPENDER
                + "\"), \"listed\" as (insert into " + table.subjectsName()
                + " (\"tenant\", \"subject\", \"occurred_at\", \"key\", \"" + TRANSACTION + "\", \"" + POSITION
                + "\") select n.\"tenant\", s.\"subject\", n.\"occurred_at\", n.\"key\", n.\"" + TRANSACTION
                + "\", n.\""
                + POSITION + "\" from \"new\" n cross join lateral unnest(n.\"subjects\") as s(\"subject\"))"
                + " select n.\"key\", coalesce(n.\"" + APPENDER + "\", n.\"" + TRANSACTION + "\") from \"new\" n");
        return sql;
    }

    /** Returns the row {@code t} of the transaction's own number and the last one that ended, or its own if that is later. */
    private static String numbers(String epoch) {
        return "(select n.\"own\", greatest(n.\"own\", n.\"end\" - 1) as \"last\" from (select "
                + number("pg_current_xact_id()", epoch) + " as \"own\", "
                + number("pg_snapshot_xmax(pg_current_snapshot())", epoch) + " as \"end\") n offset 0) t";
    }

    private static SqlBuilder column(
            SqlBuilder sql, String type, List<LogEntry> entries, Function<LogEntry, @Nullable Object> value) {
        return PostgresRows.column(sql, type, entries, value);
    }

    private static String ids(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void afterPosition(SqlBuilder sql, LogTable table, Position after) {
        String transaction = "e.\"" + TRANSACTION + "\"";
        sql.add("(" + transaction + ", e.\"" + POSITION + "\") > (")
                .bind(Codec.LONG, after.first())
                .add(", ")
                .bind(Codec.LONG, after.second())
                .add(") and " + transaction + " < ")
                .add(number("pg_snapshot_xmin(pg_current_snapshot())", table.epoch()));
    }

    @Override
    public UncommittedEntries uncommitted(LogTable table, SessionTransaction transaction, TenantId tenant)
            throws SQLException {
        try (ResultSet rows = transaction
                .link()
                .prepare("select " + number("pg_current_xact_id_if_assigned()", table.epoch()))
                .executeQuery()) {
            long own = rows.next() ? rows.getLong(1) : 0;
            return (position, appender) -> appender == own;
        }
    }
}
