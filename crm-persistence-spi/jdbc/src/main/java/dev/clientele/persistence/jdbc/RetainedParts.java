package dev.clientele.persistence.jdbc;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Migration.Retained;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.jdbc.SchemaRecord.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The parts that a database is recorded to hold of a type beyond its declaration: fields of a newer or older program, or of one with
 * others, and the keys and indexes on them, which stay too.
 *
 * @param fields the fields that aren't declared, by name
 * @param indexes the recorded definitions of indexes on them, by name
 */
record RetainedParts(Map<String, DeclaredField> fields, Map<String, String> indexes) {

    private static final Set<String> BUILT_IN = Set.of(DocumentType.ID, LogType.KEY, LogType.OCCURRED_AT);

    static RetainedParts of(SchemaRecord record, String type, List<DeclaredField> declared) {
        Set<String> names = declared.stream().map(DeclaredField::name).collect(toUnmodifiableSet());
        Map<String, DeclaredField> fields = new TreeMap<>();
        record.findAll(Kind.FIELD, type).forEach((name, definition) -> {
            if (!names.contains(name)) {
                fields.put(name, FieldDefinition.parse(name, definition));
            }
        });
        Map<String, String> indexes = record.findAll(Kind.INDEX, type);
        indexes.values().removeIf(definition -> !isOn(definition, fields.keySet()));
        return new RetainedParts(fields, indexes);
    }

    /** Returns whether a key or an index of this recorded definition is on a field that isn't declared. */
    boolean isOnRetained(String definition) {
        return isOn(definition, fields.keySet());
    }

    private static boolean isOn(String definition, Set<String> fields) {
        for (String field : definition.replace(TypeIndexes.SET, "").split(",", -1)) {
            if (fields.contains(field) && !BUILT_IN.contains(field)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the types of a schema that are recorded to hold more than they declare, with that and with the keys and indexes on it. */
    static Schema schema(SchemaRecord record, Schema declared) {
        List<DocumentType> documents = new ArrayList<>();
        for (DocumentType type : declared.documents()) {
            RetainedParts parts = of(record, type.name(), type.fields());
            if (!parts.fields.isEmpty()) {
                Map<String, String> keys = record.findAll(Kind.KEY, type.name());
                keys.values().removeIf(definition -> !parts.isOnRetained(definition));
                documents.add(new DocumentType(
                        type.name(),
                        parts.together(type.fields()),
                        keys.entrySet().stream()
                                .map(key -> new UniqueKey(key.getKey(), fieldsOf(key.getValue())))
                                .toList(),
                        parts.declaredIndexes()));
            }
        }
        List<LogType> logs = new ArrayList<>();
        for (LogType type : declared.logs()) {
            RetainedParts parts = of(record, type.name(), type.fields());
            if (!parts.fields.isEmpty()) {
                logs.add(new LogType(type.name(), parts.together(type.fields()), parts.declaredIndexes()));
            }
        }
        return new Schema(documents, logs);
    }

    private List<DeclaredField> together(List<DeclaredField> declared) {
        return Stream.concat(declared.stream(), fields.values().stream()).toList();
    }

    private List<Index> declaredIndexes() {
        return indexes.entrySet().stream()
                .map(index -> new Index(index.getKey(), fieldsOf(index.getValue())))
                .toList();
    }

    private static List<String> fieldsOf(String definition) {
        return List.of(definition.replace(TypeIndexes.SET, "").split(",", -1));
    }

    /** Lists what is recorded and not declared, looking into each column and table. */
    static List<Retained> list(SchemaTables wanted, TableNames names, JdbcConnection link) throws SQLException {
        String recordTable = TableNames.unquote(names.schemaRecord());
        SchemaRecord record = SchemaRecord.read(
                link,
                names,
                !wanted.dialect().columns(link, List.of(recordTable)).isEmpty());
        Map<String, List<DeclaredField>> declared = new LinkedHashMap<>();
        wanted.schema().documents().forEach(type -> declared.put(type.name(), type.fields()));
        wanted.schema().logs().forEach(type -> declared.put(type.name(), type.fields()));
        List<Retained> found = new ArrayList<>();
        for (Map.Entry<String, List<DeclaredField>> type : declared.entrySet()) {
            for (String field :
                    of(record, type.getKey(), type.getValue()).fields.keySet()) {
                String query = "select 1 from " + names.table(type.getKey()) + " where " + TableNames.quote(field)
                        + " is not null limit 1";
                found.add(new Retained(type.getKey(), field, link.gives(query)));
            }
        }
        for (Kind kind : List.of(Kind.DOCUMENTS, Kind.LOG)) {
            for (String type : record.sources(kind)) {
                if (!declared.containsKey(type)) {
                    String query = "select 1 from " + names.table(type) + " limit 1";
                    found.add(new Retained(type, "", link.gives(query)));
                }
            }
        }
        return List.copyOf(found);
    }
}
