package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a document type or log, for what is made beside them.
 *
 * @param type the type's name
 * @param tables quoted names, the one with the declared fields first
 * @param view quoted name of the view on it, should there be one
 * @param builtIn unquoted names of the columns before the declared fields
 * @param fields the declared fields, then those that are retained
 */
record TypeTables(String type, List<String> tables, String view, List<String> builtIn, List<DeclaredField> fields) {

    static TypeTables of(DocumentType type, TableNames names, TypeIndexes indexes) {
        return new TypeTables(
                type.name(),
                tables(List.of(names.table(type.name())), indexes),
                names.view(type.name()),
                List.of("tenant", "id", "version"),
                type.fields());
    }

    static TypeTables of(LogType type, TableNames names, TypeIndexes indexes) {
        return new TypeTables(
                type.name(),
                tables(
                        List.of(
                                names.table(type.name()),
                                names.subjects(type.name()),
                                names.pruned(type.name()),
                                names.prunedEnd(type.name())),
                        indexes),
                names.view(type.name()),
                List.of("tenant", "position", "key", "occurred_at", "subjects"),
                type.fields());
    }

    /** Returns these with what is retained beside the declaration, so that programs of different declarations make the same of them. */
    TypeTables with(RetainedParts retained, TypeIndexes indexes) {
        List<String> all = Stream.concat(
                        tables.stream(),
                        indexes.onSets(retained.indexes()).stream().map(SetIndex::list))
                .toList();
        List<DeclaredField> more = Stream.concat(fields.stream(), retained.fields().values().stream())
                .toList();
        return new TypeTables(type, all, view, builtIn, more);
    }

    private static List<String> tables(List<String> own, TypeIndexes indexes) {
        return Stream.concat(own.stream(), indexes.onSets().stream().map(SetIndex::list))
                .toList();
    }
}
