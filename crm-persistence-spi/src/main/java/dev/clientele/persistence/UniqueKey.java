package dev.clientele.persistence;

import java.util.List;

/**
 * A combination of fields that no two documents of a type may share within a tenant.
 *
 * <p>It binds only documents that have a value in every one of the fields.
 *
 * @param name names the key in errors, unique within the type
 * @param fields one to four declared fields of types text (at most 600 code points together), integer, boolean, instant or
 *     date
 */
public record UniqueKey(String name, List<String> fields) {

    /** Copies the list and checks its size. */
    public UniqueKey {
        DeclaredField.requireName(name);
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > 4) {
            throw new IllegalArgumentException("key " + name + " needs 1 to 4 fields, got " + fields.size());
        }
    }

    /** Returns the key over these fields. */
    public static UniqueKey of(String name, String... fields) {
        return new UniqueKey(name, List.of(fields));
    }
}
