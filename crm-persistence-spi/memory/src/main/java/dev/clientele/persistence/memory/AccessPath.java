package dev.clientele.persistence.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the documents that may meet a condition without looking at all of them: by ids, by an index whose leading fields
 * are compared for equality, or by the elements of an indexed text set. The documents still have to be tested.
 */
final class AccessPath {

    /** The ways that a collection of documents has. */
    record Ways(PersistentTreeMap<UUID, Document> byId, Iterable<FieldIndex> byFields, List<TextSetIndex> byElements) {}

    private final PersistentTreeMap<UUID, Document> byId;
    private final @Nullable Supplier<Stream<Document>> shortcut;

    private AccessPath(PersistentTreeMap<UUID, Document> byId, @Nullable Supplier<Stream<Document>> shortcut) {
        this.byId = byId;
        this.shortcut = shortcut;
    }

    static AccessPath choose(Criteria where, Ways ways) {
        Map<String, List<Object>> equalities = new HashMap<>();
        Map<String, Set<String>> elements = new HashMap<>();
        collect(where, equalities, elements);
        List<Object> ids = equalities.get(DocumentType.ID);
        Supplier<Stream<Document>> shortcut = ids != null
                ? () -> ids.stream().flatMap(id -> Stream.ofNullable(find(ways.byId(), (String) id)))
                : byFields(ways.byFields(), equalities);
        if (shortcut == null) {
            shortcut = byElements(ways.byElements(), elements);
        }
        return new AccessPath(ways.byId(), shortcut);
    }

    /** Tells whether the path leads through all documents, in the order of their ids. */
    boolean isFullScan() {
        return shortcut == null;
    }

    Stream<Document> rows() {
        return shortcut == null ? RowStreams.stream(byId.values()) : shortcut.get();
    }

    private static @Nullable Supplier<Stream<Document>> byFields(
            Iterable<FieldIndex> indexes, Map<String, List<Object>> equalities) {
        FieldIndex best = null;
        List<List<Object>> bestValues = List.of();
        int bestLength = 0;
        for (FieldIndex index : indexes) {
            List<List<Object>> lookups = lookups(index, equalities);
            int length = lookups.isEmpty() ? 0 : lookups.get(0).size();
            if (length > bestLength) {
                best = index;
                bestValues = lookups;
                bestLength = length;
            }
        }
        FieldIndex chosen = best;
        List<List<Object>> values = bestValues;
        return chosen == null ? null : () -> values.stream().flatMap(chosen::equalTo);
    }

    private static @Nullable Supplier<Stream<Document>> byElements(
            List<TextSetIndex> indexes, Map<String, Set<String>> elements) {
        for (TextSetIndex index : indexes) {
            Set<String> wanted = elements.get(index.field());
            if (wanted != null) {
                return () -> index.havingAny(wanted);
            }
        }
        return null;
    }

    private static @Nullable Document find(PersistentTreeMap<UUID, Document> byId, String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return byId.get(id);
    }

    /**
     * Returns the values to look up: those of the leading fields that have one each, or each that the first field may have.
     */
    private static List<List<Object>> lookups(FieldIndex index, Map<String, List<Object>> equalities) {
        List<Object> leading = new ArrayList<>();
        for (String field : index.fields()) {
            List<Object> alternatives = equalities.get(field);
            if (alternatives != null && alternatives.size() == 1) {
                leading.add(alternatives.get(0));
            } else if (alternatives != null && leading.isEmpty()) {
                return alternatives.stream().map(value -> List.of(value)).toList();
            } else {
                break;
            }
        }
        return leading.isEmpty() ? List.of() : List.of(leading);
    }

    private static void collect(
            Criteria criteria, Map<String, List<Object>> equalities, Map<String, Set<String>> elements) {
        if (criteria instanceof AllOf all) {
            all.criteria().forEach(part -> collect(part, equalities, elements));
        } else if (criteria instanceof Comparison atom && atom.operator() == Operator.EQUAL) {
            equalities.merge(atom.field(), List.of(atom.value()), AccessPath::smaller);
        } else if (criteria instanceof In atom && !atom.values().isEmpty()) {
            equalities.merge(atom.field(), atom.values(), AccessPath::smaller);
        } else if (criteria instanceof Has atom) {
            elements.merge(atom.field(), Set.of(atom.element()), AccessPath::smaller);
        } else if (criteria instanceof HasAny atom) {
            elements.merge(atom.field(), atom.elements(), AccessPath::smaller);
        }
    }

    private static <C extends Collection<?>> C smaller(C one, C other) {
        return one.size() <= other.size() ? one : other;
    }
}
