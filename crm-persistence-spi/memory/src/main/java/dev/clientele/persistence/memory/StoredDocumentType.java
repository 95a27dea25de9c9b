package dev.clientele.persistence.memory;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A document type as the storage holds it: what is declared now, and the fields that were declared before, whose values
 * stay where they are (rule S2).
 *
 * @param declared the type that sessions see
 * @param cumulative the type with every field ever declared
 */
record StoredDocumentType(DocumentType declared, DocumentType cumulative) {

    static StoredDocumentType of(DocumentType declared) {
        return new StoredDocumentType(declared, declared);
    }

    /** The same storage under a later declaration, which must be an additive change. */
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
        return new Document(
                stored.type(), stored.id(), stored.version(), withoutFields(stored.fields(), retired), stored.body());
    }

    Document withRetiredFieldsOf(Document document, Document before) {
        Set<String> retired = retiredFields(cumulative.fields(), declared.fields());
        if (retired.isEmpty()) {
            return document;
        }
        Map<String, Object> fields = new TreeMap<>(before.fields());
        fields.keySet().retainAll(retired);
        fields.putAll(document.fields());
        return new Document(document.type(), document.id(), document.version(), fields, document.body());
    }

    static List<DeclaredField> union(List<DeclaredField> held, List<DeclaredField> later) {
        List<DeclaredField> all = new ArrayList<>(later);
        Set<String> names = new LinkedHashSet<>();
        later.forEach(field -> names.add(field.name()));
        held.stream().filter(field -> !names.contains(field.name())).forEach(all::add);
        return all;
    }

    static Set<String> retiredFields(List<DeclaredField> held, List<DeclaredField> declared) {
        if (held.size() == declared.size()) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        held.forEach(field -> names.add(field.name()));
        declared.forEach(field -> names.remove(field.name()));
        return names;
    }

    static Map<String, Object> withoutFields(Map<String, Object> fields, Set<String> names) {
        Map<String, Object> rest = new TreeMap<>(fields);
        rest.keySet().removeAll(names);
        return rest;
    }
}
