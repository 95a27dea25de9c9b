package dev.clientele.persistence.memory;

import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document type as the storage holds it: the type declared now, and the fields that were declared before, whose values
 * stay where they are (rule S2).
 *
 * @param declared the type that sessions see
 * @param cumulative the type with every field ever declared
 */
record StoredDocumentType(DocumentType declared, DocumentType cumulative) {

    static StoredDocumentType of(DocumentType declared) {
        return new StoredDocumentType(declared, declared);
    }

    /** Returns this type under a later declaration, which must be an additive change. */
    StoredDocumentType migratedTo(DocumentType later) {
        return new StoredDocumentType(
                later,
                new DocumentType(
                        later.name(), union(cumulative.fields(), later.fields()), later.uniqueKeys(), later.indexes()));
    }

    Document withDeclaredFields(Document stored) {
        Set<String> retired = retiredFields(cumulative.fields(), declared.fields());
        if (retired.isEmpty()) {
            return stored;
        }
        return withFields(stored, withoutFields(stored.fields(), retired));
    }

    /**
     * Returns a replacement with what it has no say in: the computed fields (rule D11) and those that aren't declared any
     * more, both as the replaced document has them.
     */
    Document replacing(Document before, Document document) {
        Set<String> kept = Sets.union(declared.computedFields(), retiredFields(cumulative.fields(), declared.fields()));
        if (kept.isEmpty()) {
            return document;
        }
        Map<String, Object> fields = new TreeMap<>(document.fields());
        fields.keySet().removeAll(kept);
        before.fields().forEach((name, value) -> {
            if (kept.contains(name)) {
                fields.put(name, value);
            }
        });
        return withFields(document, fields);
    }

    /** Returns a stored document in the form that this type's declarations give it, computed fields included. */
    Document migrated(Document stored) {
        Set<String> computed = cumulative.computedFields();
        Document content = cumulative.canonical(stored);
        if (Sets.intersection(computed, stored.fields().keySet()).isEmpty()) {
            return content;
        }
        Map<String, Object> fields = new TreeMap<>(content.fields());
        Map<String, Object> figures = new TreeMap<>(stored.fields());
        figures.keySet().retainAll(computed);
        fields.putAll(cumulative
                .canonical(computed, new ComputedValues(stored.id(), figures))
                .fields());
        return withFields(content, fields);
    }

    /** Returns a document with other values. */
    static Document withFields(Document document, Map<String, Object> fields) {
        return new Document(document.type(), document.id(), document.version(), fields, document.body());
    }

    /** Returns the fields declared later, then those that only the type as held has. */
    static List<DeclaredField> union(List<DeclaredField> held, List<DeclaredField> later) {
        Set<String> retired = Sets.difference(names(held), names(later));
        return Stream.concat(later.stream(), held.stream().filter(field -> retired.contains(field.name())))
                .toList();
    }

    /** Returns the names of the fields that aren't declared any more, out of all that ever were. */
    static Set<String> retiredFields(List<DeclaredField> cumulative, List<DeclaredField> declared) {
        if (cumulative.size() == declared.size()) {
            return Set.of();
        }
        return Sets.difference(names(cumulative), names(declared));
    }

    private static Set<String> names(List<DeclaredField> fields) {
        return fields.stream().map(DeclaredField::name).collect(Collectors.toSet());
    }

    /** Returns the values of all fields but these. */
    static Map<String, Object> withoutFields(Map<String, Object> fields, Set<String> names) {
        return Maps.filterKeys(fields, name -> !names.contains(name));
    }
}
