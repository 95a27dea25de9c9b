package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.UniqueKey;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of documents: the documents themselves, their unique keys, indexes and number. */
final class DocumentRows {

    private final Rows rows;
    private final Set<Fault> faults;

    DocumentRows(Rows rows, Set<Fault> faults) {
        this.rows = rows;
        this.faults = faults;
    }

    @Nullable
    Document find(String tenant, String type, UUID id) {
        return (Document) rows.get(path(tenant, type, id));
    }

    /** Puts documents, or null, in the place of others; {@code said} is what writes say was there before. */
    void putAll(String tenant, Map<DocumentKey, @Nullable Document> after, Map<DocumentKey, Document> said) {
        Set<String> cleared = new HashSet<>();
        after.forEach((key, document) -> {
            Document before = find(tenant, key.type(), key.id());
            if (before != null) {
                Document told = said.getOrDefault(key, before);
                clearKeys(tenant, faults.contains(Fault.KEYS_TRUST_BEFORE) ? told : before, document);
                clearIndexes(tenant, before, told, document, cleared);
                rows.add(Rows.path("count", key.type(), tenant), -1);
            }
        });
        after.forEach((key, document) -> {
            String path = path(tenant, key.type(), key.id());
            if (document == null) {
                rows.remove(path);
            } else {
                rows.put(path, document);
                claimKeys(tenant, document);
                addToIndexes(tenant, document);
                rows.add(Rows.path("count", key.type(), tenant), 1);
            }
        });
    }

    /** Puts a document with other computed values in its place. */
    void compute(String tenant, Document before, Document after) {
        rows.put(path(tenant, before.type(), before.id()), after);
        indexRows(tenant, before).forEach((path, set) -> {
            if (!faults.contains(set ? Fault.COMPUTING_LEAVES_SET_INDEX : Fault.COMPUTING_LEAVES_FIELD_INDEX)) {
                rows.remove(path);
            }
        });
        addToIndexes(tenant, after);
    }

    private void clearKeys(String tenant, Document before, @Nullable Document after) {
        int number = 0;
        for (String path : keyRows(tenant, before).keySet()) {
            number++;
            Fault second = after == null ? Fault.DELETING_LEAVES_SECOND_KEY : Fault.REPLACING_LEAVES_SECOND_KEY;
            if (number == 1 || !faults.contains(second)) {
                if (before.id().equals(rows.get(path))) {
                    rows.remove(path);
                }
            }
        }
    }

    private void clearIndexes(
            String tenant, Document before, Document told, @Nullable Document after, Set<String> cleared) {
        indexRows(tenant, before).forEach((path, set) -> {
            boolean first = cleared.add(set + before.id().toString());
            boolean isTold = indexRows(tenant, told).containsKey(path);
            boolean left = after == null
                    ? set && !first && faults.contains(Fault.DELETING_LEAVES_SET_INDEX)
                    : set
                            ? (!first && faults.contains(Fault.REPLACING_LEAVES_SET_INDEX))
                                    || (!isTold && faults.contains(Fault.SET_INDEX_TRUSTS_BEFORE))
                            : !isTold && faults.contains(Fault.FIELD_INDEX_TRUSTS_BEFORE);
            if (!left) {
                rows.remove(path);
            }
        });
    }

    /** Notes a document as the owner of its unique keys. */
    void claimKeys(String tenant, Document document) {
        keyRows(tenant, document).forEach((path, name) -> {
            Object owner = rows.get(path);
            if (owner != null && !owner.equals(document.id())) {
                throw new DuplicateKeyException(document.type(), name, null);
            }
            rows.put(path, document.id());
        });
    }

    void addToIndexes(String tenant, Document document) {
        indexRows(tenant, document).keySet().forEach(path -> rows.put(path, document.id()));
    }

    private Map<String, String> keyRows(String tenant, Document document) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Object row :
                rows.below(Rows.path("schema", document.type(), "key")).values()) {
            UniqueKey key = (UniqueKey) row;
            if (key.fields().stream().allMatch(field -> document.read(field) != null)) {
                Object[] values = key.fields().stream()
                        .map(field -> text(document.read(field)))
                        .toArray();
                keys.put(Rows.path("key", document.type(), tenant, key.name(), Rows.path(values)), key.name());
            }
        }
        return keys;
    }

    /** Returns the paths of index rows, each with whether it is of an element of a set. */
    private Map<String, Boolean> indexRows(String tenant, Document document) {
        Map<String, Boolean> paths = new LinkedHashMap<>();
        for (Object row :
                rows.below(Rows.path("schema", document.type(), "index")).values()) {
            String field = ((Index) row).fields().get(0);
            Object value = document.read(field);
            if (value instanceof Set<?> set) {
                set.forEach(element ->
                        paths.put(index(tenant, document.type(), field, element) + '\0' + document.id(), true));
            } else if (value != null) {
                paths.put(index(tenant, document.type(), field, value) + '\0' + document.id(), false);
            }
        }
        return paths;
    }

    String index(String tenant, String type, String field, Object value) {
        return faults.contains(Fault.INDEX_OF_ALL_TENANTS)
                ? Rows.path("index", type, "all", field, text(value))
                : Rows.path("index", type, tenant, field, text(value));
    }

    static String path(String tenant, String type, UUID id) {
        return Rows.path("document", type, tenant, id);
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
