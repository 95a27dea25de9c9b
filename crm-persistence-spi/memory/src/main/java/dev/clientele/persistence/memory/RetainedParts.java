package dev.clientele.persistence.memory;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Migration.Retained;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.FieldReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts that a storage holds beyond a schema (rule S2): fields of its types, then types as a whole. */
final class RetainedParts {

    private final List<Retained> found = new ArrayList<>();
    private final Collection<TenantSnapshot> contents;

    private RetainedParts(Collection<TenantSnapshot> contents) {
        this.contents = contents;
    }

    static List<Retained> list(SchemaCatalog catalog, Schema schema, Collection<TenantSnapshot> contents) {
        RetainedParts parts = new RetainedParts(contents);
        Map<String, List<DeclaredField>> documents = new LinkedHashMap<>();
        catalog.documents()
                .forEach((name, type) -> documents.put(name, type.cumulative().fields()));
        Map<String, List<DeclaredField>> logs = new LinkedHashMap<>();
        catalog.logs().forEach((name, type) -> logs.put(name, type.cumulative().fields()));
        for (DocumentType type : schema.documents()) {
            parts.addFields(type.name(), documents.remove(type.name()), type.fields(), documentsOf(type.name()));
        }
        for (LogType type : schema.logs()) {
            parts.addFields(type.name(), logs.remove(type.name()), type.fields(), entriesOf(type.name()));
        }
        documents.keySet().forEach(type -> parts.add(type, "", documentsOf(type), row -> true));
        logs.keySet().forEach(log -> parts.add(log, "", entriesOf(log), row -> true));
        return List.copyOf(parts.found);
    }

    private static Function<TenantSnapshot, Stream<? extends FieldReader>> documentsOf(String type) {
        return tenant -> tenant.documentsOf(type).stored();
    }

    private static Function<TenantSnapshot, Stream<? extends FieldReader>> entriesOf(String log) {
        return tenant -> tenant.entriesOf(log).stored();
    }

    private void addFields(
            String type,
            @Nullable List<DeclaredField> held,
            List<DeclaredField> declared,
            Function<TenantSnapshot, Stream<? extends FieldReader>> rows) {
        if (held != null) {
            Set<String> retired = StoredDocumentType.retiredFields(held, declared);
            retired.stream().sorted().forEach(field -> add(type, field, rows, row -> row.read(field) != null));
        }
    }

    private void add(
            String type,
            String field,
            Function<TenantSnapshot, Stream<? extends FieldReader>> rows,
            Predicate<FieldReader> isOne) {
        boolean hasValues =
                contents.stream().anyMatch(tenant -> rows.apply(tenant).anyMatch(isOne));
        found.add(new Retained(type, field, hasValues));
    }
}
