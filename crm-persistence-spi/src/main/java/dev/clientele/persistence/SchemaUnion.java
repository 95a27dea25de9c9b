package dev.clientele.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The union of two schemas; where they contradict each other, the first one stands. */
final class SchemaUnion {

    private SchemaUnion() {}

    static Schema of(Schema first, Schema second) {
        Map<String, DocumentType> documents = byName(first.documents(), DocumentType::name);
        for (DocumentType type : second.documents()) {
            if (!first.isLog(type.name())) {
                documents.merge(type.name(), type, SchemaUnion::of);
            }
        }
        Map<String, LogType> logs = byName(first.logs(), LogType::name);
        for (LogType type : second.logs()) {
            if (!documents.containsKey(type.name())) {
                logs.merge(type.name(), type, SchemaUnion::of);
            }
        }
        return new Schema(List.copyOf(documents.values()), List.copyOf(logs.values()));
    }

    private static DocumentType of(DocumentType first, DocumentType second) {
        List<DeclaredField> fields = fields(first.fields(), second.fields());
        Set<String> usable = sameTypes(fields, second.fields());
        usable.add(DocumentType.ID);
        List<UniqueKey> keys = new ArrayList<>(first.uniqueKeys());
        Set<String> names = names(keys, UniqueKey::name);
        List<Index> indexes = new ArrayList<>(first.indexes());
        names.addAll(names(indexes, Index::name));
        second.uniqueKeys().stream()
                .filter(key -> usable.containsAll(key.fields()) && !names.contains(key.name()))
                .forEach(keys::add);
        names.addAll(names(keys, UniqueKey::name));
        second.indexes().stream()
                .filter(index -> usable.containsAll(index.fields()) && !names.contains(index.name()))
                .forEach(indexes::add);
        return new DocumentType(first.name(), fields, keys, indexes);
    }

    private static LogType of(LogType first, LogType second) {
        List<DeclaredField> fields = fields(first.fields(), second.fields());
        Set<String> usable = sameTypes(fields, second.fields());
        usable.addAll(Set.of(LogType.KEY, LogType.OCCURRED_AT));
        List<Index> indexes = new ArrayList<>(first.indexes());
        Set<String> names = names(indexes, Index::name);
        second.indexes().stream()
                .filter(index -> usable.containsAll(index.fields()) && !names.contains(index.name()))
                .forEach(indexes::add);
        return new LogType(first.name(), fields, indexes);
    }

    private static List<DeclaredField> fields(List<DeclaredField> first, List<DeclaredField> second) {
        Map<String, DeclaredField> fields = byName(first, DeclaredField::name);
        second.forEach(field -> fields.merge(field.name(), field, SchemaUnion::wider));
        return List.copyOf(fields.values());
    }

    private static DeclaredField wider(DeclaredField first, DeclaredField second) {
        return first.type() != second.type() || first.computed() != second.computed()
                ? first
                : new DeclaredField(
                        first.name(),
                        first.type(),
                        Math.max(first.limit(), second.limit()),
                        Math.max(first.scale(), second.scale()),
                        first.computed());
    }

    /** Returns the names of the fields that are in both as the same type. */
    private static Set<String> sameTypes(List<DeclaredField> fields, List<DeclaredField> second) {
        Map<String, DeclaredField> byName = byName(fields, DeclaredField::name);
        return second.stream()
                .filter(field -> {
                    DeclaredField held = byName.get(field.name());
                    return held != null && held.type() == field.type() && held.computed() == field.computed();
                })
                .map(DeclaredField::name)
                .collect(Collectors.toSet());
    }

    private static <E> Set<String> names(List<E> all, Function<E, String> toName) {
        return all.stream().map(toName).collect(Collectors.toSet());
    }

    private static <E> Map<String, E> byName(List<E> all, Function<E, String> toName) {
        Map<String, E> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(toName.apply(each), each));
        return byName;
    }
}
