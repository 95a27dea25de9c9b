package dev.clientele.persistence.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The record of what a database holds, row by row of a table of its own. Each row is written in the transaction that does
 * what it records.
 */
final class SchemaRecord {

    /** The number of this adapter's layout of tables. A database with a higher one was written by a later release. */
    static final int LAYOUT = 1;

    /** The kinds of what a row records. */
    enum Kind {
        LAYOUT,
        DOCUMENTS,
        LOG,
        FIELD,
        KEY,
        INDEX,
        VIEW,
        POLICY,
        FILLFACTOR,
        EPOCH,
        /** The server whose transaction numbers are in positions. */
        SERVER,
        /** The number of steps that were done: a plan made at one count says nothing about the database at another. */
        REVISION;

        private final String code = name().toLowerCase(Locale.ROOT);

        String code() {
            return code;
        }
    }

    /** A row of the record. All parts are names and numbers of ours, nothing that needs escaping. */
    record Row(Kind kind, String source, String name, String definition) {}

    private record Subject(String kind, String source) {}

    private final Map<Subject, Map<String, String>> definitions = new HashMap<>();

    private SchemaRecord() {}

    /** Reads the record if its table is there; else gives an empty one. */
    static SchemaRecord read(JdbcConnection link, TableNames names, boolean isThere) throws SQLException {
        SchemaRecord record = new SchemaRecord();
        if (isThere) {
            String sql = "select \"kind\", \"source\", \"name\", \"definition\" from " + names.schemaRecord();
            try (ResultSet rows = link.prepare(sql).executeQuery()) {
                while (rows.next()) {
                    record.definitions
                            .computeIfAbsent(
                                    new Subject(rows.getString(1), rows.getString(2)), subject -> new TreeMap<>())
                            .put(rows.getString(3), rows.getString(4));
                }
            }
        }
        return record;
    }

    boolean isEmpty() {
        return definitions.isEmpty();
    }

    /** Returns the layout's number; 0 if none is recorded. */
    int layout() {
        return Integer.parseInt(Objects.requireNonNullElse(definition(Kind.LAYOUT, "", ""), "0"));
    }

    /** Returns the number of steps that were done; 0 if no record was begun. */
    long revision() {
        return Long.parseLong(Objects.requireNonNullElse(definition(Kind.REVISION, "", ""), "0"));
    }

    /** Reads the number of steps that were done by now, where at the last look there was a record, or none. */
    static long revision(JdbcConnection link, Dialect dialect, TableNames names, boolean wasThere) throws SQLException {
        String table = TableNames.unquote(names.schemaRecord());
        if (!wasThere && dialect.columns(link, List.of(table)).isEmpty()) {
            return 0;
        }
        String sql = "select \"definition\" from " + names.schemaRecord() + " where \"kind\" = '" + Kind.REVISION.code()
                + "'";
        try (ResultSet rows = link.prepare(sql).executeQuery()) {
            return rows.next() ? Long.parseLong(rows.getString(1)) : 0;
        }
    }

    /** Returns the definition that is recorded; null if none is. */
    @Nullable
    String definition(Kind kind, String source, String name) {
        return definitions
                .getOrDefault(new Subject(kind.code(), source), Map.of())
                .get(name);
    }

    /** Returns name and definition of everything of a kind that a type has. */
    Map<String, String> findAll(Kind kind, String source) {
        return new TreeMap<>(definitions.getOrDefault(new Subject(kind.code(), source), Map.of()));
    }

    /** Returns the names of all types of a kind. */
    List<String> sources(Kind kind) {
        return definitions.keySet().stream()
                .filter(subject -> subject.kind.equals(kind.code()))
                .map(Subject::source)
                .sorted()
                .toList();
    }

    /** Returns the statements that begin the record. */
    static List<String> create(Dialect dialect, TableNames names) {
        String text = dialect.keyTextType();
        return List.of(
                "create table" + dialect.ifNotExists() + " " + names.schemaRecord() + " (\n  \"kind\" " + text
                        + " not null,\n  \"source\" " + text
                        + " not null,\n  \"name\" " + text + " not null,\n  \"definition\" " + text
                        + " not null,\n  \"applied_at\" " + dialect.appliedAtColumn()
                        + ",\n  primary key (\"kind\", \"source\", \"name\")\n)" + dialect.tableOptions(),
                put(
                        dialect,
                        names,
                        List.of(
                                new Row(Kind.LAYOUT, "", "", String.valueOf(LAYOUT)),
                                new Row(Kind.EPOCH, "", "", "0"),
                                new Row(Kind.REVISION, "", "", "0"))));
    }

    /** Returns the statement that records what is new. */
    static String put(Dialect dialect, TableNames names, List<Row> rows) {
        return dialect.insertIfAbsent(
                        names.schemaRecord(),
                        "\"kind\", \"source\", \"name\", \"definition\"",
                        "\"kind\", \"source\", \"name\"")
                + " values "
                + rows.stream()
                        .map(row -> "('" + row.kind.code() + "', '" + row.source + "', '" + row.name + "', '"
                                + row.definition + "')")
                        .collect(Collectors.joining(",\n  "));
    }

    /** Returns the statement that counts one more step. */
    static String nextRevision(TableNames names) {
        return "update " + names.schemaRecord()
                + " set \"definition\" = cast(cast(\"definition\" as bigint) + 1 as varchar(20))"
                + " where \"kind\" = '" + Kind.REVISION.code() + "'";
    }

    /** Returns the expression of the number that is added to a server's transaction numbers. */
    static String epoch(TableNames names) {
        return "(select cast(\"definition\" as bigint) from " + names.schemaRecord() + " where \"kind\" = '"
                + Kind.EPOCH.code() + "')";
    }

    /** Returns the statement that raises that number to another, if that is greater. */
    static String raiseEpoch(TableNames names, String expression) {
        return "update " + names.schemaRecord() + " set \"definition\" = cast(greatest(cast(\"definition\" as bigint), "
                + expression + ") as text) where \"kind\" = '" + Kind.EPOCH.code() + "'";
    }

    /** Returns the statement that records a change. */
    static String change(TableNames names, Kind kind, String source, String name, String definition) {
        return "update " + names.schemaRecord() + " set \"definition\" = '" + definition + "' where \"kind\" = '"
                + kind.code() + "' and \"source\" = '" + source + "' and \"name\" = '" + name + "'";
    }

    /** Returns the statement that records a removal. */
    static String remove(TableNames names, Kind kind, String source, String name) {
        return "delete from " + names.schemaRecord() + " where \"kind\" = '" + kind.code() + "' and \"source\" = '"
                + source + "' and \"name\" = '" + name + "'";
    }
}
