package dev.clientele.examples.journal;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;

/** A transaction's rows as it sees them, and its changes; a row that is gone is null. Not thread-safe. */
final class WorkingCopy {

    /** A character that the contract allows in no text. */
    private static final String SEPARATOR = "\0";

    final Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    PSortedMap<String, Object> rows;

    WorkingCopy(PSortedMap<String, Object> rows) {
        this.rows = rows;
    }

    @Nullable
    Object get(String path) {
        return rows.get(path);
    }

    /** Returns all rows below a path, in order: the character after the slash is 0. */
    SortedMap<String, Object> rowsBelow(String path) {
        return rows.subMap(path + '/', path + '0');
    }

    /** Returns the names that follow a path, each once. */
    List<String> namesBelow(String path) {
        List<String> names = new ArrayList<>();
        SortedMap<String, Object> rest = rowsBelow(path);
        while (!rest.isEmpty()) {
            String name = rest.firstKey().substring(path.length() + 1).split("/", -1)[0];
            names.add(name);
            rest = rest.tailMap(path + '/' + name + '0');
        }
        return names;
    }

    void put(String path, @Nullable Object row) {
        changes.put(path, row);
        rows = row == null ? rows.minus(path) : rows.plus(path, row);
    }

    /** Puts documents, or null, in the place of others, all at once where unique keys are concerned. */
    void putAll(Map<String, @Nullable Document> documents) {
        documents.keySet().forEach(path -> {
            if (get(path) instanceof Document held) {
                keys(path, held).keySet().forEach(key -> put(key, null));
            }
        });
        documents.forEach((path, document) -> {
            put(path, document);
            if (document != null) {
                claimKeys(path, document);
            }
        });
    }

    /**
     * Notes a document as the owner of its unique keys.
     *
     * @throws DuplicateKeyException if another is
     */
    void claimKeys(String path, Document document) {
        keys(path, document).forEach((key, name) -> {
            if (get(key) != null) {
                throw new DuplicateKeyException(document.type(), name, null);
            }
            put(key, path);
        });
    }

    /** Returns the paths of a document's unique keys, with their names. A key that lacks a value binds nothing. */
    private Map<String, String> keys(String path, Document document) {
        String tenant = path.split("/", -1)[2];
        Map<String, String> keys = new LinkedHashMap<>();
        for (Object row : rowsBelow("schema/key/" + document.type()).values()) {
            UniqueKey key = (UniqueKey) row;
            if (key.fields().stream().allMatch(field -> document.read(field) != null)) {
                Stream<String> values = key.fields().stream().map(field -> String.valueOf(document.read(field)));
                String joined = values.collect(Collectors.joining(SEPARATOR));
                keys.put(String.join("/", "key", document.type(), key.name(), tenant, joined), key.name());
            }
        }
        return keys;
    }
}
