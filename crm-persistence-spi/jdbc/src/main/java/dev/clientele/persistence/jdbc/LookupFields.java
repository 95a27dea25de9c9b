package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.In;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields by whose values rows can be looked up in an index.
 *
 * @param unique those of which no two rows of a tenant share a value
 * @param indexed those with which an index begins
 */
record LookupFields(Set<String> unique, Set<String> indexed) {

    static final LookupFields NONE = new LookupFields(Set.of(), Set.of());

    static LookupFields of(DocumentType type) {
        Stream<List<String>> keys = type.uniqueKeys().stream().map(UniqueKey::fields);
        Stream<List<String>> indexes = type.indexes().stream().map(Index::fields);
        return new LookupFields(
                type.uniqueKeys().stream()
                        .map(UniqueKey::fields)
                        .filter(fields -> fields.size() == 1)
                        .map(fields -> fields.get(0))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(keys, indexes).map(fields -> fields.get(0)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns whether no more rows meet a condition than it has values. */
    boolean isBounded(Criteria where) {
        return hasList(where, unique::contains);
    }

    /** Returns whether all rows that meet a condition are found by values of an index. */
    boolean isLookup(Criteria where) {
        return hasList(where, indexed::contains);
    }

    private static boolean hasList(Criteria where, Predicate<String> fields) {
        return where instanceof AllOf all
                ? all.criteria().stream().anyMatch(each -> hasList(each, fields))
                : where instanceof In list && fields.test(list.field());
    }
}
