package dev.clientele.persistence;

import java.util.List;

/**
 * An index over fields, which speeds up queries and never changes a result. An adapter may ignore it, in the steps of a
 * migration too.
 *
 * @param name unique within the type
 * @param fields one to four declared fields, in the order of the index; a text set stands alone
 */
public record Index(String name, List<String> fields) {

    /** Copies the list and checks its size. */
    public Index {
        DeclaredField.requireName(name);
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > 4) {
            throw new IllegalArgumentException("index " + name + " needs 1 to 4 fields, got " + fields.size());
        }
    }

    /** Returns the index over these fields. */
    public static Index on(String name, String... fields) {
        return new Index(name, List.of(fields));
    }
}
