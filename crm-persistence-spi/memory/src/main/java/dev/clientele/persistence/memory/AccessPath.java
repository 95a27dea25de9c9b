package dev.clientele.persistence.memory;

import com.google.common.collect.Iterables;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.In;
import dev.clientele.persistence.criteria.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the documents that may meet a condition without looking at all of them: by ids, or by an index whose leading
 * fields are compared for equality. The documents still have to be tested.
 */
final class AccessPath {

    private final @Nullable Collection<?> ids;
    private final @Nullable FieldIndex index;
    private final List<List<Object>> values;

    private AccessPath(@Nullable Collection<?> ids, @Nullable FieldIndex index, List<List<Object>> values) {
        this.ids = ids;
        this.index = index;
        this.values = values;
    }

    static AccessPath choose(Criteria where, List<FieldIndex> keys, List<FieldIndex> indexes) {
        Map<String, List<Object>> bound = new HashMap<>();
        collectEqualities(where, bound);
        List<Object> ids = bound.get(DocumentType.ID);
        if (ids != null) {
            return new AccessPath(ids, null, List.of());
        }
        FieldIndex best = null;
        List<List<Object>> bestValues = List.of();
        int bestLength = 0;
        for (FieldIndex index : Iterables.concat(keys, indexes)) {
            List<List<Object>> lookups = lookups(index, bound);
            int length = lookups.isEmpty() ? 0 : lookups.get(0).size();
            if (length > bestLength) {
                best = index;
                bestValues = lookups;
                bestLength = length;
            }
        }
        return new AccessPath(null, best, bestValues);
    }

    /** Tells whether the path leads through all documents, in the order of their ids. */
    boolean isFullScan() {
        return ids == null && index == null;
    }

    Stream<Document> rows(PersistentTreeMap<UUID, Document> byId) {
        if (ids != null) {
            return ids.stream().flatMap(id -> Stream.ofNullable(find(byId, (String) id)));
        } else if (index != null) {
            FieldIndex chosen = index;
            return values.stream().flatMap(chosen::equalTo);
        }
        return RowStreams.stream(byId.values());
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
    private static List<List<Object>> lookups(FieldIndex index, Map<String, List<Object>> bound) {
        List<Object> leading = new ArrayList<>();
        for (String field : index.fields()) {
            List<Object> alternatives = bound.get(field);
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

    private static void collectEqualities(Criteria criteria, Map<String, List<Object>> bound) {
        if (criteria instanceof AllOf all) {
            all.criteria().forEach(part -> collectEqualities(part, bound));
        } else if (criteria instanceof Comparison atom && atom.operator() == Operator.EQUAL) {
            bound.merge(atom.field(), List.of(atom.value()), AccessPath::smaller);
        } else if (criteria instanceof In atom && !atom.values().isEmpty()) {
            bound.merge(atom.field(), atom.values(), AccessPath::smaller);
        }
    }

    private static List<Object> smaller(List<Object> one, List<Object> other) {
        return one.size() <= other.size() ? one : other;
    }
}
