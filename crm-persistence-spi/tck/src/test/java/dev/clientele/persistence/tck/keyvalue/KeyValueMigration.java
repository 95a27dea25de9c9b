package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.FieldReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The migration of rows to a schema, whose declarations are rows as well. */
final class KeyValueMigration implements Migration {

    private final Map<String, Object> wanted = new TreeMap<>();
    private final Schema schema;
    private final KeyValueDatabase database;
    private final Runnable ready;

    KeyValueMigration(Schema schema, KeyValueDatabase database, Runnable ready) {
        this.schema = schema;
        this.database = database;
        this.ready = ready;
        for (DocumentType type : schema.documents()) {
            declare(type.name(), "document", type.fields(), type.indexes());
            type.uniqueKeys().forEach(key -> wanted.put(Rows.path("schema", type.name(), "key", key.name()), key));
        }
        schema.logs().forEach(log -> declare(log.name(), "log", log.fields(), log.indexes()));
        steps();
    }

    private void declare(String type, String kind, List<DeclaredField> fields, List<Index> indexes) {
        wanted.put(Rows.path("schema", type, "kind"), kind);
        fields.forEach(field -> wanted.put(Rows.path("schema", type, "field", field.name()), field));
        indexes.forEach(index -> wanted.put(Rows.path("schema", type, "index", index.name()), index));
    }

    @Override
    public List<Step> steps() {
        return change(database.snapshot());
    }

    @Override
    public void apply() {
        database.arrive();
        database.lock(database.has(Fault.MIGRATION_HAS_NO_PATIENCE) ? Duration.ZERO : Duration.ofDays(1));
        try {
            if (database.has(Fault.MIGRATION_HAS_NO_PATIENCE)) {
                database.awaitAnother();
            }
            Rows rows = database.snapshot();
            change(rows);
            database.publish(rows);
        } finally {
            database.unlock();
        }
        ready.run();
    }

    @Override
    public void validate() {
        List<Step> left = steps();
        if (!left.isEmpty()) {
            throw new SchemaException(left.size() + " steps are left", null);
        }
        ready.run();
    }

    private List<Step> change(Rows rows) {
        Set<String> changed = new TreeSet<>();
        wanted.forEach((path, now) -> {
            Object held = rows.get(path);
            if (!now.equals(held)) {
                if (held != null && !(now instanceof UniqueKey) && !(now instanceof Index)) {
                    requireWider(rows, path, held, now);
                }
                rows.put(path, now);
                changed.add(path);
            }
        });
        for (DocumentType type : schema.documents()) {
            for (String kind : List.of("key", "index")) {
                for (String path : List.copyOf(
                        rows.below(Rows.path("schema", type.name(), kind)).keySet())) {
                    if (!wanted.containsKey(path)) {
                        rows.remove(path);
                        changed.add(path);
                    }
                }
            }
        }
        changed.stream().map(path -> Rows.part(path, 1)).distinct().forEach(type -> rebuild(rows, type, changed));
        return changed.stream()
                .map(path -> new Step("change " + path.replace('\0', '/'), ""))
                .toList();
    }

    private void requireWider(Rows rows, String path, Object held, Object now) {
        boolean wider = held instanceof DeclaredField old
                && now instanceof DeclaredField field
                && old.type() == field.type()
                && (old.computed() == field.computed() || database.has(Fault.COMPUTED_BECOMES_WRITTEN))
                && old.limit() <= field.limit()
                && old.scale() <= field.scale();
        if (!wider) {
            throw new SchemaException(path.replace('\0', '/') + " can't change", null);
        }
        DeclaredField field = (DeclaredField) now;
        String type = Rows.part(path, 1);
        for (String kind : List.of("document", "entry")) {
            for (Object row : rows.below(Rows.path(kind, type)).values()) {
                Object value = ((FieldReader) row).read(field.name());
                if (value instanceof BigDecimal decimal
                        && decimal.precision() - decimal.scale() + field.scale() > DeclaredField.MAX_DIGITS
                        && !database.has(Fault.SCALE_WITHOUT_ROOM)) {
                    throw new SchemaException("a stored value has no room for the scale of " + field.name(), null);
                }
            }
        }
    }

    private void rebuild(Rows rows, String type, Set<String> changed) {
        if (database.has(Fault.WIDENING_FORGETS_PRUNED) && changed.stream().anyMatch(path -> path.contains("field"))) {
            rows.removeBelow(Rows.path("pruned", type));
        }
        if (!"document".equals(rows.get(Rows.path("schema", type, "kind")))) {
            return;
        }
        if (!database.has(Fault.KEY_DECLARED_AGAIN_AS_IT_WAS)) {
            rows.removeBelow(Rows.path("key", type));
        }
        DocumentRows documents = new DocumentRows(rows, database.faults);
        boolean indexes = changed.stream().anyMatch(path -> Rows.part(path, 2).equals("index"));
        if (indexes && !database.has(Fault.LATER_INDEX_IS_EMPTY)) {
            rows.removeBelow(Rows.path("index", type));
        }
        for (Map.Entry<String, Object> row : new TreeMap<>(rows.below(Rows.path("document", type))).entrySet()) {
            Document document = (Document) row.getValue();
            String tenant = Rows.part(row.getKey(), 2);
            try {
                documents.claimKeys(tenant, document);
            } catch (DuplicateKeyException e) {
                throw new SchemaException("stored documents break the key " + e.key(), e);
            }
            if (indexes && !database.has(Fault.LATER_INDEX_IS_EMPTY)) {
                documents.addToIndexes(tenant, document);
            }
        }
    }
}
