package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that create and change the tables of types. */
final class TableSql {

    private final Dialect dialect;
    private final TableNames names;

    TableSql(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        this.names = names;
    }

    /**
     * Returns the statements for a document type's table. Body last: reading a column after a long body would mean to read
     * the body.
     */
    List<String> documents(DocumentType type) {
        String columns = "  \"tenant\" " + dialect.keyTextType() + " not null,\n  \"id\" " + dialect.idType()
                + " not null,\n  \"version\" " + dialect.longType() + " not null,\n" + fields(type.fields())
                + "  \"body\" "
                + dialect.bodyType() + " not null";
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("id", "\"tenant\", \"id\"");
        return withKeys(type.name(), columns, keys);
    }

    /**
     * Returns the statements that create a table with these unquoted names and columns of keys, the first of them primary.
     */
    private List<String> withKeys(String type, String columns, Map<String, String> keys) {
        String table = names.table(type);
        String create = "create table" + dialect.ifNotExists() + " " + table + " (\n" + columns;
        List<String> statements = new ArrayList<>();
        if (dialect.createsKeysWithTable()) {
            String word = "primary key";
            for (String key : keys.values()) {
                create += ",\n  " + word + " (" + key + ")";
                word = "unique";
            }
            statements.add(create + "\n)" + dialect.tableOptions());
        } else {
            statements.add(create + "\n)" + dialect.tableOptions());
            keys.forEach((name, key) -> statements.add("create unique index" + dialect.ifNotExists() + " "
                    + names.builtInIndex(type, name) + " on " + table + " (" + key + ")"));
        }
        return statements;
    }

    /** Returns the statements for a log's tables and the indexes that every log has. */
    List<String> log(LogType type) {
        String table = names.table(type.name());
        String key = dialect.columnType(type.field(LogType.KEY));
        String time = dialect.columnType(type.field(LogType.OCCURRED_AT));
        String columns = "  \"tenant\" " + dialect.keyTextType() + " not null,\n" + positions(true)
                + dialect.appender()
                        .map(column -> "  " + TableNames.quote(column.name()) + " " + dialect.longType() + ",\n")
                        .orElse("")
                + "  \"key\" " + key
                + " not null,\n  \"occurred_at\" " + time + " not null,\n  \"subjects\" " + dialect.subjectsType()
                + " not null,\n" + fields(type.fields()) + "  \"body\" " + dialect.bodyType() + " not null";
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("position", "\"tenant\", " + positionNames());
        keys.put("key", "\"tenant\", \"key\"");
        List<String> statements = new ArrayList<>(withKeys(type.name(), columns, keys));
        statements.add("create index" + dialect.ifNotExists() + " " + names.builtInIndex(type.name(), "time") + " on "
                + table + " (\"tenant\", \"occurred_at\", \"key\")");
        statements.addAll(dialect.createSubjects(
                names.subjects(type.name()),
                "\n  \"tenant\" " + dialect.keyTextType() + " not null,\n  \"subject\" " + dialect.idType()
                        + " not null,\n  \"occurred_at\" " + time + " not null,\n  \"key\" " + key
                        + " not null,\n" + positions(false),
                names.builtInIndex(type.name(), "subject")));
        statements.addAll(pruned(type.name()));
        return statements;
    }

    /** Returns the statements for the tables of what was pruned from a log: digests of keys, and each tenant's last position. */
    List<String> pruned(String log) {
        String tenant = "  \"tenant\" " + dialect.keyTextType() + " not null,\n";
        List<String> statements = new ArrayList<>(withKey(
                names.pruned(log),
                tenant + "  \"digest\" " + dialect.digestType() + " not null",
                names.builtInIndex(log, "pruned_key"),
                "\"tenant\", \"digest\""));
        statements.addAll(withKey(
                names.prunedEnd(log), tenant + positions(false), names.builtInIndex(log, "end_key"), "\"tenant\""));
        return statements;
    }

    /** Returns the statements that create a table with these columns and one key. */
    List<String> withKey(String table, String columns, String index, String key) {
        String create = "create table" + dialect.ifNotExists() + " " + table + " (\n" + columns;
        return dialect.createsKeysWithTable()
                ? List.of(create + ",\n  primary key (" + key + ")\n)" + dialect.keyTableOptions())
                : List.of(
                        create + "\n)" + dialect.keyTableOptions(),
                        "create unique index" + dialect.ifNotExists() + " " + index + " on " + table + " (" + key
                                + ")");
    }

    /** Returns the position columns, where they are made or where they are only referred to. */
    private String positions(boolean made) {
        return dialect.positionColumns().stream()
                .map(column ->
                        "  " + TableNames.quote(column.name()) + " " + (made ? column.type() : column.plainType()))
                .collect(Collectors.joining(",\n", "", made ? ",\n" : ""));
    }

    private String positionNames() {
        return quoted(dialect.positionColumns().stream()
                .map(ColumnTypes.PositionColumn::name)
                .toList());
    }

    private String fields(List<DeclaredField> fields) {
        return fields.stream()
                .map(field -> "  " + TableNames.quote(field.name()) + " " + dialect.columnType(field) + ",\n")
                .collect(Collectors.joining());
    }

    String addField(String type, DeclaredField field) {
        return "alter table " + names.table(type) + " add column" + dialect.ifNotExists() + " "
                + TableNames.quote(field.name()) + " " + dialect.columnType(field);
    }

    /** Returns the statement that adds the column of appending transactions to a log that was made without. */
    String addAppender(String log, ColumnTypes.AppenderColumn column) {
        return "alter table " + names.table(log) + " add column " + TableNames.quote(column.name()) + " "
                + dialect.longType();
    }

    String createKey(String type, String key, List<String> fields) {
        return "create unique index" + dialect.ifNotExists() + " " + names.index(type, key) + " on " + names.table(type)
                + " (\"tenant\", " + quoted(fields) + ")";
    }

    /** Returns the statement that creates an index on fields which are no text sets. */
    String createIndex(String type, String index, List<String> fields, String tie) {
        return "create index" + dialect.ifNotExists() + " " + names.index(type, index) + " on " + names.table(type)
                + " (\"tenant\", " + quoted(fields) + ", " + TableNames.quote(tie) + ")";
    }

    String dropIndex(String type, String index) {
        return "drop index if exists " + names.index(type, index);
    }

    /** Returns a query that finds a row if two stored documents of a tenant share a key's values. */
    String duplicates(String type, List<String> fields) {
        String present = fields.stream()
                .map(field -> TableNames.quote(field) + " is not null")
                .collect(Collectors.joining(" and "));
        return "select 1 from " + names.table(type) + " where " + present + " group by \"tenant\", " + quoted(fields)
                + " having count(*) > 1 limit 1";
    }

    private static String quoted(List<String> fields) {
        return fields.stream().map(TableNames::quote).collect(Collectors.joining(", "));
    }
}
