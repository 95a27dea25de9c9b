package dev.clientele.core.entity;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a stored record holds beyond the fields that this program declares: of a newer one, or of one with custom fields. It
 * is carried along and stored again with the record.
 *
 * @param columns by column name
 * @param body JSON data by name
 */
record Undeclared(Map<String, Object> columns, Map<String, Object> body) {

    static final Undeclared NOTHING = new Undeclared(Map.of(), Map.of());

    static Undeclared of(Map<String, Object> columns, Map<String, Object> body) {
        return columns.isEmpty() && body.isEmpty() ? NOTHING : new Undeclared(columns, body);
    }

    /** The entries whose names aren't declared; nearly always none. */
    static Map<String, Object> rest(Map<String, Object> all, Predicate<String> declared) {
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
