package dev.clientele.examples.journal;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.FieldReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The migration of a journal to a schema, in one transaction: done or not, never half. A declaration is a row
 * such as {@code schema/field/account/industry}; indexes have none, as they are wishes.
 */
final class JournalMigration implements Migration {

    private final Map<String, Object> wanted = new TreeMap<>();
    private final Journal journal;
    private final Duration wait;
    private final Runnable ready;

    JournalMigration(Schema schema, Journal journal, Duration wait, Runnable ready) {
        this.journal = journal;
        this.wait = wait;
        this.ready = ready;
        schema.logs().forEach(type -> declare(type.name(), "log", type.fields(), List.of()));
        schema.documents().forEach(type -> declare(type.name(), "document", type.fields(), type.uniqueKeys()));
        steps();
    }

    private void declare(String type, String kind, List<DeclaredField> fields, List<UniqueKey> keys) {
        wanted.put("schema/type/" + type, kind);
        fields.forEach(field -> wanted.put("schema/field/" + type + "/" + field.name(), field));
        keys.forEach(key -> wanted.put("schema/key/" + type + "/" + key.name(), key));
    }

    @Override
    public List<Step> steps() {
        return addSteps(new WorkingCopy(journal.rows()));
    }

    @Override
    public void apply() {
        journal.lock(wait);
        try {
            WorkingCopy draft = new WorkingCopy(journal.rows());
            addSteps(draft);
            journal.commit(draft);
        } finally {
            journal.unlock();
        }
        ready.run();
    }

    @Override
    public void validate() {
        List<Step> steps = steps();
        if (!steps.isEmpty()) {
            throw new SchemaException(
                    steps.size() + " steps are left, first: " + steps.get(0).description(), null);
        }
        ready.run();
    }

    /** Brings a working copy to the schema and returns the steps; there is no language to write them in. */
    private List<Step> addSteps(WorkingCopy draft) {
        wanted.forEach((path, now) -> {
            Object held = draft.get(path);
            if (!now.equals(held)) {
                if (held != null && !(now instanceof UniqueKey) && !widens(held, now)) {
                    throw new SchemaException(path + " is " + held + " and can't become " + now, null);
                } else if (held != null && now instanceof DeclaredField field) {
                    requireRoom(draft, type(path), field);
                }
                draft.put(path, now);
            }
        });
        draft.rowsBelow("schema/key").keySet().stream()
                .filter(path -> !wanted.containsKey(path) && wanted.containsKey("schema/type/" + type(path)))
                .forEach(path -> draft.put(path, null));
        List<String> changes = List.copyOf(draft.changes.keySet());
        changes.stream().filter(path -> path.startsWith("schema/key/")).forEach(path -> rebuildKeys(draft, type(path)));
        return changes.stream()
                .map(path -> new Step((draft.get(path) == null ? "drop " : "declare ") + path, ""))
                .toList();
    }

    private static void rebuildKeys(WorkingCopy draft, String type) {
        draft.rowsBelow("key/" + type).keySet().forEach(path -> draft.put(path, null));
        try {
            draft.rowsBelow("document/" + type).forEach((path, row) -> draft.claimKeys(path, (Document) row));
        } catch (DuplicateKeyException e) {
            throw new SchemaException("stored documents break the key " + e.key() + " of " + type, e);
        }
    }

    /** Refuses a scale at which a stored decimal would have more digits than any may have. */
    private static void requireRoom(WorkingCopy draft, String type, DeclaredField field) {
        Stream<Object> stored =
                Stream.of("document/", "entry/").flatMap(kind -> draft.rowsBelow(kind + type).values().stream());
        boolean fits = stored.map(row -> ((FieldReader) row).read(field.name()))
                .allMatch(value -> !(value instanceof BigDecimal decimal)
                        || decimal.precision() - decimal.scale() + field.scale() <= DeclaredField.MAX_DIGITS);
        if (!fits) {
            throw new SchemaException("a stored value has no room for the scale of " + type + "." + field.name(), null);
        }
    }

    private static String type(String path) {
        return path.split("/", -1)[2];
    }

    /** Whether all that fits one declaration fits the other: the same type, no smaller limit, no smaller scale. */
    private static boolean widens(Object held, Object now) {
        return held instanceof DeclaredField old
                && now instanceof DeclaredField field
                && old.type() == field.type()
                && old.computed() == field.computed()
                && old.limit() <= field.limit()
                && old.scale() <= field.scale();
    }
}
