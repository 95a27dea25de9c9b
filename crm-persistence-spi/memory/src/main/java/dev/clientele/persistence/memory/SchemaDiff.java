package dev.clientele.persistence.memory;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The difference between what the storage holds and a declared schema, as steps (rules S1 to S3). */
final class SchemaDiff {

    private final List<Migration.Step> steps = new ArrayList<>();

    private SchemaDiff() {}

    static List<Migration.Step> steps(SchemaCatalog catalog, Schema declared) {
        SchemaDiff growth = new SchemaDiff();
        declared.documents().forEach(type -> growth.addSteps(catalog, type));
        declared.logs().forEach(type -> growth.addSteps(catalog, type));
        return List.copyOf(growth.steps);
    }

    private void addSteps(SchemaCatalog catalog, DocumentType type) {
        if (catalog.logs().containsKey(type.name())) {
            throw new SchemaException(type.name() + " is a log and can't become a document type", null);
        }
        StoredDocumentType held = catalog.documents().get(type.name());
        addStepIf(held == null, "add document type " + type.name());
        List<DeclaredField> before =
                held == null ? List.of() : held.cumulative().fields();
        type.fields().forEach(field -> addSteps(type.name(), before, field));
        List<UniqueKey> keys = held == null ? List.of() : held.declared().uniqueKeys();
        for (UniqueKey key : type.uniqueKeys()) {
            boolean redefined = keys.stream().anyMatch(old -> old.name().equals(key.name()) && !old.equals(key));
            if (redefined) {
                throw new SchemaException(type.name() + ": the key " + key.name() + " has other fields now", null);
            }
            addStepIf(!keys.contains(key), "add key " + key.name() + " to " + type.name());
        }
        indexes(type.name(), held == null ? List.of() : held.declared().indexes(), type.indexes());
    }

    private void addSteps(SchemaCatalog catalog, LogType type) {
        if (catalog.documents().containsKey(type.name())) {
            throw new SchemaException(type.name() + " is a document type and can't become a log", null);
        }
        StoredLogType held = catalog.logs().get(type.name());
        addStepIf(held == null, "add log " + type.name());
        List<DeclaredField> before =
                held == null ? List.of() : held.cumulative().fields();
        type.fields().forEach(field -> addSteps(type.name(), before, field));
        indexes(type.name(), held == null ? List.of() : held.declared().indexes(), type.indexes());
    }

    private void indexes(String type, List<Index> before, List<Index> after) {
        after.forEach(index -> addStepIf(!before.contains(index), "add index " + index.name() + " to " + type));
    }

    private void addSteps(String type, List<DeclaredField> before, DeclaredField field) {
        @Nullable DeclaredField old = find(before, field.name()).orElse(null);
        if (old == null) {
            addStepIf(true, "add field " + field.name() + " to " + type);
            return;
        }
        if (old.type() != field.type()) {
            throw new SchemaException(
                    type + ": the field " + field.name() + " is " + old.type() + " and can't become " + field.type(),
                    null);
        }
        if (field.computed() != old.computed()) {
            throw new SchemaException(
                    type + ": the field " + field.name() + " can't become "
                            + (field.computed() ? "computed" : "one that isn't computed"),
                    null);
        }
        if (field.limit() < old.limit() || field.scale() < old.scale()) {
            String what = field.type() == FieldType.DECIMAL ? "scale " : "limit ";
            throw new SchemaException(
                    type + ": the " + what + "of the field " + field.name() + " can't become smaller", null);
        }
        addStepIf(!old.equals(field), "widen field " + field.name() + " of " + type);
    }

    private static Optional<DeclaredField> find(List<DeclaredField> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private void addStepIf(boolean needed, String description) {
        if (needed) {
            steps.add(new Migration.Step(description, ""));
        }
    }
}
