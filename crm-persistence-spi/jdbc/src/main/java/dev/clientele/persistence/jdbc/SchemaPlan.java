package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.jdbc.SchemaChange.Obstacle;
import dev.clientele.persistence.jdbc.SchemaRecord.Kind;
import dev.clientele.persistence.jdbc.SchemaRecord.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps from what a database is recorded to hold to a declared schema. */
final class SchemaPlan {

    private final SchemaTables wanted;
    private final Dialect dialect;
    private final TableNames names;
    private final JdbcConnection link;
    private final Map<String, Set<String>> columns;
    private final SchemaRecord record;
    private final TableSql sql;
    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaPlan(SchemaTables wanted, TableNames names, JdbcConnection link) throws SQLException {
        this.wanted = wanted;
        this.dialect = wanted.dialect();
        this.names = names;
        this.link = link;
        this.columns = dialect.columns(link, tables());
        this.record = SchemaRecord.read(link, names, columns.containsKey(TableNames.unquote(names.schemaRecord())));
        this.sql = new TableSql(dialect, names);
    }

    /**
     * Computes the steps, with a handful of queries however many types there are.
     *
     * @throws SchemaException if something is in the way
     */
    static SchemaPlan of(SchemaTables wanted, TableNames names, JdbcConnection link) throws SQLException {
        SchemaPlan plan = new SchemaPlan(wanted, names, link);
        plan.plan();
        return plan;
    }

    /** Returns the steps, in order. */
    List<SchemaChange> changes() {
        return List.copyOf(changes);
    }

    /** Returns the declared types that hold more than they declare, with that. */
    Schema retainedSchema() {
        return RetainedParts.schema(record, wanted.schema());
    }

    /** Returns the number of steps that had been done when this was planned. */
    long revision() {
        return record.revision();
    }

    /** Returns the unquoted names of the record and of all types' first tables. */
    private List<String> tables() {
        return Stream.of(
                        Stream.of(names.schemaRecord(), names.tenants()),
                        wanted.documents().stream()
                                .map(table -> names.table(table.type().name())),
                        wanted.logs().stream()
                                .map(table -> names.table(table.type().name())),
                        wanted.logs().stream()
                                .map(table -> names.prunedEnd(table.type().name())))
                .flatMap(each -> each)
                .map(TableNames::unquote)
                .toList();
    }

    private void plan() throws SQLException {
        if (record.isEmpty()) {
            begin();
        } else if (record.layout() > SchemaRecord.LAYOUT) {
            throw new SchemaException(
                    "the database was laid out by a later release: layout " + record.layout() + ", this release knows "
                            + SchemaRecord.LAYOUT,
                    null);
        }
        if (!record.isEmpty() && !columns.containsKey(TableNames.unquote(names.tenants()))) {
            List<String> stored = Stream.of(Kind.DOCUMENTS, Kind.LOG)
                    .flatMap(kind -> record.sources(kind).stream())
                    .map(names::table)
                    .toList();
            add("list the tenants", TenantRegistry.create(dialect, names, stored), List.of());
        }
        for (DocumentTable table : wanted.documents()) {
            documents(table.type());
        }
        if (!record.isEmpty()) {
            carryOn();
        }
        for (LogTable table : wanted.logs()) {
            log(table.type());
        }
    }

    private RetainedParts retained(String type, List<DeclaredField> declared) {
        return RetainedParts.of(record, type, declared);
    }

    private void begin() throws SQLException {
        List<String> statements = new ArrayList<>(SchemaRecord.create(dialect, names));
        statements.addAll(TenantRegistry.create(dialect, names, List.of()));
        String server = dialect.readServer(link);
        add(
                "begin the record of the schema",
                statements,
                server.isEmpty() ? List.of() : List.of(new Row(Kind.SERVER, "", "", server)));
    }

    /**
     * Plans that positions go on where the database was moved to another server, which may have counted fewer transactions. Logs
     * are only looked at where that has happened, since that means to read them.
     */
    private void carryOn() throws SQLException {
        String server = dialect.readServer(link);
        @Nullable String recorded = record.definition(Kind.SERVER, "", "");
        if (server.isEmpty() || server.equals(recorded)) {
            return;
        }
        List<String> logs = record.sources(Kind.LOG).stream()
                .filter(log -> columns.containsKey(TableNames.unquote(names.prunedEnd(log))))
                .toList();
        SchemaSql.@Nullable PositionAdvance advance = logs.isEmpty() ? null : dialect.positionAdvance(logs, names);
        List<String> statements = new ArrayList<>();
        if (advance != null && link.gives(advance.condition())) {
            statements.add(advance.statement());
        }
        Row row = new Row(Kind.SERVER, "", "", server);
        if (recorded != null) {
            statements.add(SchemaRecord.change(names, Kind.SERVER, "", "", server));
        }
        add("carry on the positions of logs on this server", statements, recorded == null ? List.of(row) : List.of());
    }

    private void documents(DocumentType type) throws SQLException {
        TypeIndexes indexes = TypeIndexes.of(type, names, dialect);
        RetainedParts retained = retained(type.name(), type.fields());
        TypeTables tables = TypeTables.of(type, names, indexes).with(retained, indexes);
        if (isNew(type.name(), Kind.DOCUMENTS, Kind.LOG)) {
            List<String> statements = new ArrayList<>();
            statements.addAll(sql.documents(type));
            List<Row> rows = new ArrayList<>(rows(Kind.DOCUMENTS, type.name(), type.fields()));
            for (UniqueKey key : type.uniqueKeys()) {
                statements.add(sql.createKey(type.name(), key.name(), key.fields()));
                rows.add(row(type.name(), key));
            }
            indexes(type.name(), indexes, statements, rows);
            extras(tables, statements, rows);
            add("create document type " + type.name(), statements, rows);
            return;
        }
        fields(type.name(), type.fields());
        for (UniqueKey key : type.uniqueKeys()) {
            key(type.name(), key);
        }
        indexes(type.name(), indexes, retained);
        extras(tables);
        dropOtherKeys(
                type.name(), type.uniqueKeys().stream().map(UniqueKey::name).toList(), retained);
    }

    private void log(LogType type) throws SQLException {
        TypeIndexes indexes = TypeIndexes.of(type, names, dialect);
        RetainedParts retained = retained(type.name(), type.fields());
        TypeTables tables = TypeTables.of(type, names, indexes).with(retained, indexes);
        if (isNew(type.name(), Kind.LOG, Kind.DOCUMENTS)) {
            List<String> statements = new ArrayList<>(sql.log(type));
            List<Row> rows = new ArrayList<>(rows(Kind.LOG, type.name(), type.fields()));
            indexes(type.name(), indexes, statements, rows);
            extras(tables, statements, rows);
            add("create log " + type.name(), statements, rows);
            return;
        }
        appender(type.name());
        pruned(type.name());
        fields(type.name(), type.fields());
        indexes(type.name(), indexes, retained);
        extras(tables);
    }

    /** Plans the column that logs of an earlier release lack. */
    private void appender(String log) throws SQLException {
        Set<String> stored = columns.getOrDefault(TableNames.unquote(names.table(log)), Set.of());
        Optional<ColumnTypes.AppenderColumn> column = dialect.appender();
        if (column.isPresent() && !stored.contains(column.get().name())) {
            add("keep apart who appends to " + log, List.of(sql.addAppender(log, column.get())), List.of());
        }
    }

    /** Plans the tables of what is pruned that logs of an earlier release lack. */
    private void pruned(String log) throws SQLException {
        if (!columns.containsKey(TableNames.unquote(names.prunedEnd(log)))) {
            add("keep the keys of what is pruned from " + log, sql.pruned(log), List.of());
        }
    }

    private boolean isNew(String type, Kind kind, Kind other) {
        if (record.definition(other, type, "") != null) {
            throw new SchemaException(
                    type + " is stored as " + other.code() + " and can't become " + kind.code(), null);
        }
        boolean recorded = record.definition(kind, type, "") != null;
        Set<String> stored = columns.getOrDefault(TableNames.unquote(names.table(type)), Set.of());
        if (recorded
                && (stored.isEmpty()
                        || !stored.containsAll(record.findAll(Kind.FIELD, type).keySet()))) {
            throw new SchemaException("the table of " + type + " isn't as recorded: columns are missing", null);
        }
        if (!recorded && !stored.isEmpty() && dialect.ifNotExists().isEmpty()) {
            throw new SchemaException(
                    "there is a table " + names.table(type) + " that isn't recorded; choose another table prefix",
                    null);
        }
        return !recorded;
    }

    private static List<Row> rows(Kind kind, String type, List<DeclaredField> fields) {
        return Stream.concat(
                        Stream.of(new Row(kind, type, "", "")), fields.stream().map(field -> row(type, field)))
                .toList();
    }

    private static Row row(String type, DeclaredField field) {
        return new Row(Kind.FIELD, type, field.name(), FieldDefinition.of(field));
    }

    private static Row row(String type, UniqueKey key) {
        return new Row(Kind.KEY, type, key.name(), String.join(",", key.fields()));
    }

    private void fields(String type, List<DeclaredField> fields) throws SQLException {
        for (DeclaredField field : fields) {
            String wantedDefinition = FieldDefinition.of(field);
            @Nullable String recorded = record.definition(Kind.FIELD, type, field.name());
            if (recorded == null) {
                add(
                        "add field " + field.name() + " to " + type,
                        List.of(sql.addField(type, field)),
                        List.of(row(type, field)));
            } else if (!recorded.equals(wantedDefinition)) {
                widen(type, FieldDefinition.parse(field.name(), recorded), field);
            }
        }
    }

    private void widen(String type, DeclaredField from, DeclaredField to) throws SQLException {
        String change = type + "." + to.name() + " from " + FieldDefinition.of(from) + " to " + FieldDefinition.of(to);
        if (from.computed() != to.computed()) {
            throw new SchemaException(
                    "can't change " + change + ": a field is computed from the beginning or never", null);
        } else if (!FieldDefinition.widens(from, to)) {
            throw new SchemaException("can't change " + change + ": not every stored value would fit", null);
        }
        List<Obstacle> obstacles = new ArrayList<>();
        String obstacle = dialect.widenObstacle(names.table(type), from, to);
        if (!obstacle.isEmpty()) {
            obstacles.add(new Obstacle(obstacle, "can't change " + change + ": a stored value has too many digits"));
        }
        List<String> statements = new ArrayList<>(dialect.widen(names.table(type), from, to));
        statements.add(SchemaRecord.change(names, Kind.FIELD, type, to.name(), FieldDefinition.of(to)));
        addUnless(obstacles, "widen " + change, statements);
    }

    private void key(String type, UniqueKey key) throws SQLException {
        @Nullable String recorded = record.definition(Kind.KEY, type, key.name());
        if (String.join(",", key.fields()).equals(recorded)) {
            return;
        }
        List<Obstacle> obstacles = new ArrayList<>();
        if (record.findAll(Kind.FIELD, type).keySet().containsAll(key.fields())) {
            obstacles.add(new Obstacle(
                    sql.duplicates(type, key.fields()),
                    "can't add key " + key.name() + " to " + type + ": stored documents share a value"));
        }
        List<String> statements = new ArrayList<>();
        if (recorded != null) {
            statements.add(sql.dropIndex(type, key.name()));
            statements.add(SchemaRecord.remove(names, Kind.KEY, type, key.name()));
        }
        statements.add(sql.createKey(type, key.name(), key.fields()));
        statements.add(SchemaRecord.put(dialect, names, List.of(row(type, key))));
        addUnless(obstacles, "add key " + key.name() + " to " + type, statements);
    }

    /** Adds the indexes of a type that is created in the same step. */
    private static void indexes(String type, TypeIndexes indexes, List<String> statements, List<Row> rows) {
        for (Index index : indexes.declared()) {
            statements.addAll(indexes.create(index));
            rows.add(new Row(Kind.INDEX, type, index.name(), indexes.definition(index)));
        }
    }

    /** Plans the indexes that a stored type lacks, or has otherwise, and the removal of others but on retained fields. */
    private void indexes(String type, TypeIndexes indexes, RetainedParts retained) throws SQLException {
        Map<String, String> stored = record.findAll(Kind.INDEX, type);
        for (Index index : indexes.declared()) {
            String definition = indexes.definition(index);
            @Nullable String recorded = stored.remove(index.name());
            if (!definition.equals(recorded)) {
                List<String> statements = new ArrayList<>();
                if (recorded != null) {
                    statements.addAll(indexes.drop(index.name(), recorded));
                    statements.add(SchemaRecord.remove(names, Kind.INDEX, type, index.name()));
                }
                statements.addAll(indexes.create(index));
                Row row = new Row(Kind.INDEX, type, index.name(), definition);
                add("add index " + index.name() + " to " + type, statements, List.of(row));
            }
        }
        stored.values().removeIf(retained::isOnRetained);
        for (Map.Entry<String, String> other : stored.entrySet()) {
            List<String> statements = new ArrayList<>(indexes.drop(other.getKey(), other.getValue()));
            statements.add(SchemaRecord.remove(names, Kind.INDEX, type, other.getKey()));
            add("drop index " + other.getKey() + " of " + type, statements, List.of());
        }
    }

    /** Adds the extras of a type that is created in the same step. */
    private void extras(TypeTables tables, List<String> statements, List<Row> rows) {
        for (TableExtra extra : dialect.extras(tables)) {
            statements.addAll(extra.statements());
            rows.add(new Row(extra.kind(), tables.type(), "", extra.definition()));
        }
    }

    /** Plans the extras that a stored type lacks, or has otherwise. */
    private void extras(TypeTables tables) throws SQLException {
        List<TableExtra> wantedExtras = dialect.extras(tables);
        for (TableExtra extra : wantedExtras) {
            @Nullable String recorded = record.definition(extra.kind(), tables.type(), "");
            if (!extra.definition().equals(recorded)) {
                List<String> statements = new ArrayList<>(extra.statements());
                statements.add(
                        recorded == null
                                ? SchemaRecord.put(
                                        dialect,
                                        names,
                                        List.of(new Row(extra.kind(), tables.type(), "", extra.definition())))
                                : SchemaRecord.change(names, extra.kind(), tables.type(), "", extra.definition()));
                add(extra.description(), statements, List.of());
            }
        }
        boolean guarded = record.definition(Kind.POLICY, tables.type(), "") != null;
        if (guarded && wantedExtras.stream().noneMatch(extra -> extra.kind() == Kind.POLICY)) {
            throw new SchemaException(
                    tables.type() + " is guarded by row-level security, which this storage isn't set to use", null);
        }
    }

    /** Plans the removal of keys that aren't declared any more, but on retained fields, of which another program knows. */
    private void dropOtherKeys(String type, List<String> declared, RetainedParts retained) throws SQLException {
        Map<String, String> keys = record.findAll(Kind.KEY, type);
        keys.values().removeIf(retained::isOnRetained);
        for (String stored : keys.keySet()) {
            if (!declared.contains(stored)) {
                List<String> statements =
                        List.of(sql.dropIndex(type, stored), SchemaRecord.remove(names, Kind.KEY, type, stored));
                add("drop key " + stored + " of " + type, statements, List.of());
            }
        }
    }

    /** Adds a step and what it records. */
    private void add(String description, List<String> statements, List<Row> recorded) throws SQLException {
        List<String> all = new ArrayList<>(statements);
        if (!recorded.isEmpty()) {
            all.add(SchemaRecord.put(dialect, names, recorded));
        }
        addUnless(List.of(), description, all);
    }

    /** Adds a step unless stored values are in its way. */
    private void addUnless(List<Obstacle> obstacles, String description, List<String> statements) throws SQLException {
        List<String> all = new ArrayList<>(statements);
        all.add(SchemaRecord.nextRevision(names));
        SchemaChange change = new SchemaChange(description, obstacles, all);
        change.requirePossible(link);
        changes.add(change);
    }
}
