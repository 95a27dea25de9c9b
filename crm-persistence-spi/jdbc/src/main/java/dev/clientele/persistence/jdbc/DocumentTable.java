package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.Query;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of a document type and the statements on it. Immutable.
 *
 * <p>Columns: {@code tenant}, {@code id}, {@code version}, one per declared field, {@code body}. The primary key and every
 * index begin with the tenant.
 */
final class DocumentTable {

    private static final String ALIAS = "d";

    private final DocumentType type;
    private final Dialect dialect;
    private final String name;
    private final List<FieldColumn> fields = new ArrayList<>();
    private final List<FieldColumn> written;
    private final RowValues values;
    private final QuerySource source;
    private final String find;
    private final String insert;
    private final String replace;
    private final String delete;
    private final String clearKeys;
    private final TableNames names;

    DocumentTable(DocumentType type, Dialect dialect, TableNames names) {
        this.type = type;
        this.dialect = dialect;
        this.names = names;
        this.name = names.table(type.name());
        Map<String, FieldColumn> columns = new LinkedHashMap<>();
        for (DeclaredField field : type.fields()) {
            FieldColumn column = FieldColumn.of(field, ALIAS, dialect.codec(field), true);
            fields.add(column);
            columns.put(field.name(), column);
        }
        this.values = new RowValues(fields);
        this.written =
                fields.stream().filter(column -> !column.field().computed()).toList();
        DeclaredField idField = type.field(DocumentType.ID);
        FieldColumn id = FieldColumn.of(idField, ALIAS, dialect.codec(idField), false);
        columns.put(DocumentType.ID, id);
        String selected = fields.stream()
                .map(column -> column.sql() + ", ")
                .collect(Collectors.joining("", "d.\"id\", d.\"version\", ", "d.\"body\""));
        this.source = new QuerySource(
                selected,
                name + " " + ALIAS,
                "d.\"tenant\"",
                "",
                columns,
                "d.\"id\"",
                TypeIndexes.of(type, names, dialect).bySet(),
                LookupFields.of(type),
                id);
        this.find = "select " + selected + " from " + name + " " + ALIAS + " where d.\"tenant\" = ? and d.\"id\" = ?";
        this.insert = "insert into " + name + " (\"tenant\", \"id\", \"version\", "
                + written.stream().map(column -> column.name() + ", ").collect(Collectors.joining())
                + "\"body\") values (?, ?, 1, " + "?, ".repeat(written.size()) + "?)"
                + dialect.onConflictDoNothing("tenant", "id");
        this.replace = "update " + name + " set \"version\" = \"version\" + 1, "
                + written.stream().map(column -> column.name() + " = ?, ").collect(Collectors.joining())
                + "\"body\" = ? where \"tenant\" = ? and \"id\" = ? and \"version\" = ?";
        this.delete = "delete from " + name + " where \"tenant\" = ? and \"id\" = ? and \"version\" = ?";
        this.clearKeys = "update " + name + " set "
                + keyFields().map(field -> TableNames.quote(field) + " = null").collect(Collectors.joining(", "))
                + " where \"tenant\" = ? and \"id\" = ? and \"version\" = ?";
    }

    private Stream<String> keyFields() {
        return type.uniqueKeys().stream()
                .flatMap(key -> key.fields().stream())
                .filter(field -> !field.equals(DocumentType.ID))
                .distinct();
    }

    /** Tells whether documents have fields that must be unique, their id apart. */
    boolean hasKeys() {
        return keyFields().findAny().isPresent();
    }

    DocumentType type() {
        return type;
    }

    String name() {
        return name;
    }

    /** Returns the exception that names the key which a unique violation is about. */
    StorageException duplicate(SQLException violation) {
        for (UniqueKey key : type.uniqueKeys()) {
            if (dialect.isViolationOf(violation, name, names.index(type.name(), key.name()), key.fields())) {
                return new DuplicateKeyException(type.name(), key.name(), violation);
            }
        }
        return dialect.translate(violation, false);
    }

    /** Returns the columns of the fields that are written with a document, which are all but the computed ones. */
    List<FieldColumn> written() {
        return written;
    }

    /** Returns the columns of some computed fields, in declared order. */
    List<FieldColumn> computed(Set<String> names) {
        return fields.stream()
                .filter(column -> names.contains(column.field().name()))
                .toList();
    }

    QuerySource source() {
        return source;
    }

    /** Returns some columns of this table: those of these fields and of the query's sort keys. */
    DocumentColumns columns(Query query, Set<String> names) {
        Set<String> wanted = new HashSet<>(names);
        query.order().forEach(key -> wanted.add(key.field()));
        wanted.remove(DocumentType.ID);
        List<FieldColumn> some = wanted.stream().map(source::column).toList();
        return DocumentColumns.of(type.name(), source, some);
    }

    /** Binds fields and body from this parameter on and returns the next free one. */
    private int bindContent(PreparedStatement statement, int first, Document document) throws SQLException {
        int index = first;
        for (FieldColumn column : written) {
            column.bind(statement, index++, document.fields().get(column.field().name()));
        }
        statement.setString(index++, document.body());
        return index;
    }

    /** Prepares the search for a document by its id, the commonest of all questions. */
    PreparedStatement find(JdbcConnection link, String tenant, UUID id) throws SQLException {
        PreparedStatement statement = link.prepare(find);
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, id);
        return statement;
    }

    /** Prepares the insertion of a document, which does nothing if its id is in use. */
    PreparedStatement insert(JdbcConnection link, String tenant, Document document) throws SQLException {
        PreparedStatement statement = link.prepare(insert);
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, document.id());
        bindContent(statement, 3, document);
        return statement;
    }

    /**
     * Prepares {@link #replace} for a database that holds {@code before}: leaves columns and indexes alone that stay as
     * they are.
     */
    PreparedStatement replaceChanged(JdbcConnection link, String tenant, Document before, Document after)
            throws SQLException {
        List<FieldColumn> changed = written.stream()
                .filter(column -> !Objects.equals(
                        before.read(column.field().name()),
                        after.read(column.field().name())))
                .toList();
        boolean otherBody = !before.body().equals(after.body());
        PreparedStatement statement = link.prepare("update " + name + " set \"version\" = \"version\" + 1"
                + changed.stream().map(column -> ", " + column.name() + " = ?").collect(Collectors.joining())
                + (otherBody ? ", \"body\" = ?" : "")
                + " where \"tenant\" = ? and \"id\" = ? and \"version\" = ?");
        int next = 1;
        for (FieldColumn column : changed) {
            column.bind(statement, next++, after.read(column.field().name()));
        }
        if (otherBody) {
            statement.setString(next++, after.body());
        }
        statement.setString(next, tenant);
        dialect.ids().bind(statement, next + 1, after.id());
        statement.setLong(next + 2, after.version());
        return statement;
    }

    /** Prepares the replacement of a document, which does nothing if it isn't at its version. */
    PreparedStatement replace(JdbcConnection link, String tenant, Document document) throws SQLException {
        PreparedStatement statement = link.prepare(replace);
        int next = bindContent(statement, 1, document);
        statement.setString(next, tenant);
        dialect.ids().bind(statement, next + 1, document.id());
        statement.setLong(next + 2, document.version());
        return statement;
    }

    /** Prepares the clearing of all fields that are part of a unique key, at the same version. */
    PreparedStatement clearKeys(JdbcConnection link, String tenant, Document document) throws SQLException {
        PreparedStatement statement = link.prepare(clearKeys);
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, document.id());
        statement.setLong(3, document.version());
        return statement;
    }

    /** Prepares the removal of a document, which does nothing if it isn't at this version. */
    PreparedStatement delete(JdbcConnection link, String tenant, UUID id, long version) throws SQLException {
        PreparedStatement statement = link.prepare(delete);
        statement.setString(1, tenant);
        dialect.ids().bind(statement, 2, id);
        statement.setLong(3, version);
        return statement;
    }

    /** Prepares the storing of computed values, which does nothing if there is no such document. */
    PreparedStatement compute(JdbcConnection link, String tenant, List<FieldColumn> columns, ComputedValues values)
            throws SQLException {
        PreparedStatement statement = link.prepare("update " + name + " set "
                + columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "))
                + " where \"tenant\" = ? and \"id\" = ?");
        int next = 1;
        for (FieldColumn column : columns) {
            column.bind(statement, next++, values.fields().get(column.field().name()));
        }
        statement.setString(next, tenant);
        dialect.ids().bind(statement, next + 1, values.id());
        return statement;
    }

    /** Reads a row of {@link QuerySource#selected}. */
    Document read(ResultSet row) throws SQLException {
        return new Document(
                type.name(),
                dialect.ids().readPresent(row, 1),
                row.getLong(2),
                values.read(row, 3),
                row.getString(3 + fields.size()));
    }
}
