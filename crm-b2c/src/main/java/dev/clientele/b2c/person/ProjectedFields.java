package dev.clientele.b2c.person;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Digests of what a machine has written last into the fields of a person. What differs from them people have changed. Immutable and
 * thread-safe.
 *
 * @param person the id of the person that it was written for, or null if it had none yet: a copy of its fields in another person is
 *     nothing that the machine wrote
 * @param values the digest of the value by field name; none of an empty field
 * @param elements the digests of the elements, in their order, by the names of lists and sets; none of empty ones
 */
public record ProjectedFields(@Nullable String person, Map<String, String> values, Map<String, List<String>> elements) {

    /** Copies and sorts the digests. */
    public ProjectedFields {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        Map<String, List<String>> copy = new TreeMap<>();
        elements.forEach((field, digests) -> copy.put(field, List.copyOf(digests)));
        elements = Collections.unmodifiableMap(copy);
    }

    /** Returns these digests as if a field's value hadn't been written. */
    public ProjectedFields without(String field) {
        Map<String, String> fewer = new TreeMap<>(values);
        fewer.remove(field);
        return new ProjectedFields(person, fewer, elements);
    }

    /** Returns the digests that say that nothing was written. */
    public static ProjectedFields none() {
        return new ProjectedFields(null, Map.of(), Map.of());
    }
}
