package dev.clientele.persistence.tck.keyvalue;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by path, in order. A copy is made before the first change, so whoever holds the old ones has a snapshot. */
final class Rows {

    private static final char SEPARATOR = '\0';

    private NavigableMap<String, Object> rows;
    private boolean own;

    Rows(NavigableMap<String, Object> shared) {
        this.rows = shared;
    }

    static String path(Object... parts) {
        return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /** Returns the last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf(SEPARATOR) + 1);
    }

    /** Returns a part of a path, from 0. */
    static String part(String path, int index) {
        return path.split(String.valueOf(SEPARATOR), -1)[index];
    }

    @Nullable
    Object get(String path) {
        return rows.get(path);
    }

    /** Returns the rows below a path. */
    NavigableMap<String, Object> below(String path) {
        return rows.subMap(path + SEPARATOR, true, path + (char) (SEPARATOR + 1), false);
    }

    void put(String path, Object row) {
        changed().put(path, row);
    }

    void remove(String path) {
        changed().remove(path);
    }

    void removeBelow(String path) {
        List.copyOf(below(path).keySet()).forEach(this::remove);
    }

    void add(String path, long more) {
        put(path, number(path) + more);
    }

    long number(String path) {
        return get(path) instanceof Long number ? number : 0;
    }

    boolean isChanged() {
        return own;
    }

    NavigableMap<String, Object> all() {
        return rows;
    }

    private NavigableMap<String, Object> changed() {
        if (!own) {
            rows = new TreeMap<>(rows);
            own = true;
        }
        return rows;
    }
}
