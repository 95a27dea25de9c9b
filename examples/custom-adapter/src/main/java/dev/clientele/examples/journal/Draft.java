package dev.clientele.examples.journal;

import dev.clientele.persistence.DuplicateException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;

/** One transaction: the rows as it sees them, and what it has changed. Not thread-safe. */
final class Draft {

    private final Map<String, Optional<Row>> changes = new LinkedHashMap<>();
    private PSortedMap<String, Row> rows;

    Draft(PSortedMap<String, Row> rows) {
        this.rows = rows;
    }

    /** Names of types and tenants have no slash, so no path of one is the beginning of another's. */
    static String path(String... parts) {
        return String.join("/", parts);
    }

    PSortedMap<String, Row> rows() {
        return rows;
    }

    Map<String, Optional<Row>> changes() {
        return changes;
    }

    @Nullable
    Row get(String path) {
        return rows.get(path);
    }

    Row at(String path) {
        return Objects.requireNonNull(rows.get(path));
    }

    /** All rows below a path, in order; the character after the slash is 0. */
    PSortedMap<String, Row> below(String... parts) {
        return rows.subMap(path(parts) + '/', path(parts) + '0');
    }

    void put(String path, Row row) {
        changes.put(path, Optional.of(row));
        rows = rows.plus(path, row);
    }

    void remove(String path) {
        changes.put(path, Optional.empty());
        rows = rows.minus(path);
    }

    /** Puts rows of documents in the place of what is at their paths, all at once where unique keys are concerned. */
    void replace(Map<String, Optional<Row>> documents) {
        documents.keySet().forEach(path -> {
            Optional.ofNullable(get(path)).ifPresent(held -> keys(held).keySet().forEach(this::remove));
            remove(path);
        });
        documents.forEach((path, document) -> document.ifPresent(row -> {
            takeKeys(row);
            put(path, row);
        }));
    }

    /**
     * Notes a document as the owner of its unique keys.
     *
     * @throws DuplicateException if another is
     */
    void takeKeys(Row document) {
        keys(document).forEach((path, key) -> {
            if (get(path) != null) {
                throw new DuplicateException(document.text(Row.TYPE), key, null);
            }
            put(path, new Row(Map.of("id", document.text("id"))));
        });
    }

    /** Where the owner of each unique key is noted, with the key's name; none where a value is missing. No text has a NUL. */
    private Map<String, String> keys(Row document) {
        String type = document.text(Row.TYPE);
        Map<String, String> keys = new LinkedHashMap<>();
        for (Row key : below("schema", "key", type).values()) {
            List<@Nullable Object> values = Arrays.stream(key.text("form").split(" ", -1))
                    .map(document::read)
                    .toList();
            if (!values.contains(null)) {
                String joined = values.stream().map(String::valueOf).collect(Collectors.joining("\0"));
                keys.put(path("key", type, key.text("name"), document.text("tenant"), joined), key.text("name"));
            }
        }
        return keys;
    }
}
