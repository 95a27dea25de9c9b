package dev.clientele.core.csv;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cell of a row goes where.
 *
 * @param columns what is read, by its place in the row
 * @param headers the header of each place
 * @param id the place of the records' id, or -1
 * @param ignored headers that nothing is read from
 */
record CsvLayout<T extends Entity<T>>(
        Map<Integer, CsvColumn<T>> columns, List<String> headers, int id, List<String> ignored) {

    /**
     * Of a file with these headers: the columns that were asked for, and each other that has a field's name.
     *
     * @throws InvalidException naming the columns that were asked for and aren't there, or one that is there twice
     */
    static <T extends Entity<T>> CsvLayout<T> of(
            EntityType<T> type, Map<String, CsvColumn<T>> asked, List<String> headers, boolean byId) {
        requireDistinct(type.name(), headers);
        List<Violation> absent = new ArrayList<>();
        asked.keySet().stream()
                .filter(header -> !headers.contains(header))
                .forEach(header -> absent.add(new Violation(header, "the file has no such column")));
        if (!absent.isEmpty()) {
            throw new InvalidException(type.name(), absent);
        }
        Map<String, CsvColumn<T>> known = new LinkedHashMap<>();
        type.fields().stream()
                .filter(field -> !field.hasTrait(Trait.COMPUTED))
                .forEach(field -> known.put(field.name(), named(field)));
        asked.values().forEach(column -> known.remove(column.field().name()));
        known.putAll(asked);

        Map<Integer, CsvColumn<T>> columns = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int place = 0; place < headers.size(); place++) {
            CsvColumn<T> column = known.get(headers.get(place));
            if (column != null && taken.add(place)) {
                columns.put(place, column);
            } else if (!(byId && headers.get(place).equals(CsvImport.ID))) {
                ignored.add(headers.get(place));
            }
        }
        return new CsvLayout<>(columns, headers, byId ? headers.indexOf(CsvImport.ID) : -1, ignored);
    }

    private static void requireDistinct(String type, List<String> headers) {
        Set<String> seen = new HashSet<>();
        for (String header : headers) {
            if (!header.isEmpty() && !seen.add(header)) {
                throw InvalidException.of(type, header, "the header names this column twice");
            }
        }
    }

    private static <T extends Entity<T>, V> CsvColumn<T> named(Field<T, V> field) {
        return new CsvColumn.ParsedColumn<>(field, field::parse);
    }

    /** The header of the column that a field is read from, or the path of what is wrong if there is none. */
    String headerOf(String path) {
        for (Map.Entry<Integer, CsvColumn<T>> column : columns.entrySet()) {
            String name = column.getValue().field().name();
            if (path.equals(name) || path.startsWith(name + "[") || path.startsWith(name + ".")) {
                return headers.get(column.getKey());
            }
        }
        return path;
    }
}
