package dev.clientele.core.codec;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The values that a stored record holds beyond the fields that this program declares: those of a newer program, or of one with
 * custom fields. They are carried along and stored again with the record.
 *
 * @param columns by column name
 * @param body JSON data by name
 */
record UndeclaredValues(Map<String, Object> columns, Map<String, Object> body) {

    static final UndeclaredValues NONE = new UndeclaredValues(Map.of(), Map.of());

    static UndeclaredValues of(Map<String, Object> columns, Map<String, Object> body) {
        return columns.isEmpty() && body.isEmpty() ? NONE : new UndeclaredValues(columns, body);
    }

    /** Returns the entries whose names aren't declared; nearly always none. */
    static Map<String, Object> selectUndeclared(Map<String, Object> all, Predicate<String> declared) {
        boolean complete = true;
        for (String name : all.keySet()) {
            complete &= declared.test(name);
        }
        if (complete) {
            return Map.of();
        }
        Map<String, Object> rest = new TreeMap<>(all);
        rest.keySet().removeIf(declared);
        return rest;
    }
}
