package dev.clientele.persistence.jdbc;

import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists as JSON arrays: for text sets where a database has no arrays, and to pass many values as one parameter. */
final class JsonArrays {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonArrays() {}

    /** Writes an array of strings and numbers. */
    static String write(Collection<?> elements) {
        return JSON.writeValueAsString(elements);
    }

    /**
     * Reads an array of strings.
     *
     * @throws IllegalArgumentException if it is none
     */
    static List<String> readStrings(String array) {
        try {
            return List.of(JSON.readValue(array, String[].class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a JSON array of strings", e);
        }
    }
}
