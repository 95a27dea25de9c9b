package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.jdbc.SchemaRecord.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the steps from what a database is recorded to hold to a declared schema. */
final class SchemaPlan {

    /** A step and the statements of one transaction that do it and record it. */
    record SchemaChange(String description, List<String> statements) {}

    private final SchemaTables wanted;
    private final Dialect dialect;
    private final TableNames names;
    private final JdbcConnection link;
    private final SchemaRecord record;
    private final TableSql sql;
    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaPlan(SchemaTables wanted, TableNames names, JdbcConnection link) throws SQLException {
        this.wanted = wanted;
        this.dialect = wanted.dialect();
        this.names = names;
        this.link = link;
        this.record = SchemaRecord.read(link, dialect, names);
        this.sql = new TableSql(dialect, names);
    }

    /**
     * The steps, in order.
     *
     * @throws SchemaException if something is in the way
     */
    static List<SchemaChange> of(SchemaTables wanted, TableNames names, JdbcConnection link) throws SQLException {
        SchemaPlan plan = new SchemaPlan(wanted, names, link);
        plan.plan();
        return plan.changes;
    }

    private void plan() throws SQLException {
        if (record.isEmpty()) {
            add("begin the record of the schema", SchemaRecord.create(dialect, names));
        } else if (record.layout() > SchemaRecord.LAYOUT) {
            throw new SchemaException(
                    "the database was laid out by a later release: layout " + record.layout() + ", this release knows "
                            + SchemaRecord.LAYOUT,
                    null);
        }
        for (DocumentTable table : wanted.documents()) {
            documents(table.type());
        }
        for (LogTable table : wanted.logs()) {
            log(table.type());
        }
    }

    private void documents(DocumentType type) throws SQLException {
        if (isNew(type.name(), Kind.DOCUMENTS, Kind.LOG)) {
            List<String> statements = new ArrayList<>();
            statements.addAll(sql.documents(type));
            statements.add(SchemaRecord.put(dialect, names, Kind.DOCUMENTS, type.name(), "", ""));
            recordFields(type.name(), type.fields(), statements);
            for (UniqueKey key : type.uniqueKeys()) {
                statements.addAll(createKey(type.name(), key));
            }
            for (Index index : type.indexes()) {
                statements.addAll(createIndex(type.name(), index, fieldsOf(type, index), DocumentType.ID));
            }
            extras(TypeTables.of(type, names), statements);
            add("create document type " + type.name(), statements);
            return;
        }
        fields(type.name(), type.fields());
        for (UniqueKey key : type.uniqueKeys()) {
            key(type.name(), key);
        }
        for (Index index : type.indexes()) {
            index(type.name(), index, fieldsOf(type, index), DocumentType.ID);
        }
        dropOthers(
                type.name(),
                Kind.KEY,
                type.uniqueKeys().stream().map(UniqueKey::name).toList());
        dropOthers(
                type.name(),
                Kind.INDEX,
                type.indexes().stream().map(Index::name).toList());
    }

    private void log(LogType type) throws SQLException {
        if (isNew(type.name(), Kind.LOG, Kind.DOCUMENTS)) {
            List<String> statements = new ArrayList<>(sql.log(type));
            statements.add(SchemaRecord.put(dialect, names, Kind.LOG, type.name(), "", ""));
            recordFields(type.name(), type.fields(), statements);
            for (Index index : type.indexes()) {
                statements.addAll(createIndex(type.name(), index, fieldsOf(type, index), LogType.KEY));
            }
            extras(TypeTables.of(type, names), statements);
            add("create log " + type.name(), statements);
            return;
        }
        SchemaSql.@Nullable PositionAdvance carryOn = dialect.positionAdvance(names.table(type.name()), names);
        if (carryOn != null && returnsRow(carryOn.condition())) {
            add("carry on the positions of " + type.name() + " after a restore", List.of(carryOn.statement()));
        }
        fields(type.name(), type.fields());
        for (Index index : type.indexes()) {
            index(type.name(), index, fieldsOf(type, index), LogType.KEY);
        }
        extras(TypeTables.of(type, names));
        dropOthers(
                type.name(),
                Kind.INDEX,
                type.indexes().stream().map(Index::name).toList());
    }

    private boolean isNew(String type, Kind kind, Kind other) throws SQLException {
        if (record.definition(other, type, "") != null) {
            throw new SchemaException(
                    type + " is stored as " + other.code() + " and can't become " + kind.code(), null);
        }
        boolean recorded = record.definition(kind, type, "") != null;
        Set<String> columns = dialect.columns(link, TableNames.unquote(names.table(type)));
        if (recorded
                && (columns.isEmpty()
                        || !columns.containsAll(record.findAll(Kind.FIELD, type).keySet()))) {
            throw new SchemaException("the table of " + type + " isn't as recorded: columns are missing", null);
        }
        if (!recorded && !columns.isEmpty() && dialect.ifNotExists().isEmpty()) {
            throw new SchemaException(
                    "there is a table " + names.table(type) + " that isn't recorded; choose another table prefix",
                    null);
        }
        return !recorded;
    }

    private void recordFields(String type, List<DeclaredField> fields, List<String> statements) {
        for (DeclaredField field : fields) {
            statements.add(SchemaRecord.put(dialect, names, Kind.FIELD, type, field.name(), FieldDefinition.of(field)));
        }
    }

    private void fields(String type, List<DeclaredField> fields) throws SQLException {
        for (DeclaredField field : fields) {
            String wantedDefinition = FieldDefinition.of(field);
            @Nullable String recorded = record.definition(Kind.FIELD, type, field.name());
            if (recorded == null) {
                add(
                        "add field " + field.name() + " to " + type,
                        List.of(
                                sql.addField(type, field),
                                SchemaRecord.put(dialect, names, Kind.FIELD, type, field.name(), wantedDefinition)));
            } else if (!recorded.equals(wantedDefinition)) {
                widen(type, FieldDefinition.parse(field.name(), recorded), field);
            }
        }
    }

    private void widen(String type, DeclaredField from, DeclaredField to) throws SQLException {
        String change = type + "." + to.name() + " from " + FieldDefinition.of(from) + " to " + FieldDefinition.of(to);
        if (!FieldDefinition.widens(from, to)) {
            throw new SchemaException("can't change " + change + ": not every stored value would fit", null);
        }
        String obstacle = dialect.widenObstacle(names.table(type), from, to);
        if (!obstacle.isEmpty() && returnsRow(obstacle)) {
            throw new SchemaException("can't change " + change + ": a stored value has too many digits", null);
        }
        List<String> statements = new ArrayList<>(dialect.widen(names.table(type), from, to));
        statements.add(SchemaRecord.change(names, Kind.FIELD, type, to.name(), FieldDefinition.of(to)));
        add("widen " + change, statements);
    }

    private void key(String type, UniqueKey key) throws SQLException {
        @Nullable String recorded = record.definition(Kind.KEY, type, key.name());
        if (String.join(",", key.fields()).equals(recorded)) {
            return;
        }
        boolean stored = record.findAll(Kind.FIELD, type).keySet().containsAll(key.fields());
        if (stored && returnsRow(sql.duplicates(type, key.fields()))) {
            throw new SchemaException(
                    "can't add key " + key.name() + " to " + type + ": stored documents share a value", null);
        }
        List<String> statements = new ArrayList<>();
        if (recorded != null) {
            statements.add(sql.dropIndex(type, key.name()));
            statements.add(SchemaRecord.remove(names, Kind.KEY, type, key.name()));
        }
        statements.addAll(createKey(type, key));
        add("add key " + key.name() + " to " + type, statements);
    }

    private List<String> createKey(String type, UniqueKey key) {
        return List.of(
                sql.createKey(type, key.name(), key.fields()),
                SchemaRecord.put(dialect, names, Kind.KEY, type, key.name(), String.join(",", key.fields())));
    }

    private void index(String type, Index index, List<DeclaredField> fields, String tie) {
        @Nullable String recorded = record.definition(Kind.INDEX, type, index.name());
        if (String.join(",", index.fields()).equals(recorded)) {
            return;
        }
        List<String> statements = new ArrayList<>();
        if (recorded != null) {
            statements.add(sql.dropIndex(type, index.name()));
            statements.add(SchemaRecord.remove(names, Kind.INDEX, type, index.name()));
        }
        statements.addAll(createIndex(type, index, fields, tie));
        add("add index " + index.name() + " to " + type, statements);
    }

    private List<String> createIndex(String type, Index index, List<DeclaredField> fields, String tie) {
        List<String> statements = new ArrayList<>(sql.createIndex(type, index.name(), fields, tie));
        statements.add(
                SchemaRecord.put(dialect, names, Kind.INDEX, type, index.name(), String.join(",", index.fields())));
        return statements;
    }

    /** The extras of a type that is created in the same step. */
    private void extras(TypeTables tables, List<String> statements) {
        for (TableExtra extra : dialect.extras(tables)) {
            statements.addAll(extra.statements());
            statements.add(SchemaRecord.put(dialect, names, extra.kind(), tables.type(), "", extra.definition()));
        }
    }

    /** The extras that a stored type lacks, or has otherwise. */
    private void extras(TypeTables tables) {
        List<TableExtra> wantedExtras = dialect.extras(tables);
        for (TableExtra extra : wantedExtras) {
            @Nullable String recorded = record.definition(extra.kind(), tables.type(), "");
            if (!extra.definition().equals(recorded)) {
                List<String> statements = new ArrayList<>(extra.statements());
                statements.add(
                        recorded == null
                                ? SchemaRecord.put(dialect, names, extra.kind(), tables.type(), "", extra.definition())
                                : SchemaRecord.change(names, extra.kind(), tables.type(), "", extra.definition()));
                add(extra.description(), statements);
            }
        }
        boolean guarded = record.definition(Kind.POLICY, tables.type(), "") != null;
        if (guarded && wantedExtras.stream().noneMatch(extra -> extra.kind() == Kind.POLICY)) {
            throw new SchemaException(
                    tables.type() + " is guarded by row-level security, which this storage isn't set to use", null);
        }
    }

    /** Keys and indexes hold nothing, so that those no longer declared go. */
    private void dropOthers(String type, Kind kind, List<String> declared) {
        for (Map.Entry<String, String> stored : record.findAll(kind, type).entrySet()) {
            if (!declared.contains(stored.getKey())) {
                add(
                        "drop " + kind.code() + " " + stored.getKey() + " of " + type,
                        List.of(
                                sql.dropIndex(type, stored.getKey()),
                                SchemaRecord.remove(names, kind, type, stored.getKey())));
            }
        }
    }

    private static List<DeclaredField> fieldsOf(DocumentType type, Index index) {
        return index.fields().stream().map(type::field).toList();
    }

    private static List<DeclaredField> fieldsOf(LogType type, Index index) {
        return index.fields().stream().map(type::field).toList();
    }

    private boolean returnsRow(String query) throws SQLException {
        try (ResultSet rows = link.prepare(query).executeQuery()) {
            return rows.next();
        }
    }

    private void add(String description, List<String> statements) {
        changes.add(new SchemaChange(description, List.copyOf(statements)));
    }
}
