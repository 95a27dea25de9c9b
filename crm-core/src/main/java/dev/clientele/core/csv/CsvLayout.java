package dev.clientele.core.csv;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The assignment of the cells of a row to fields.
 *
 * @param columns what is read, by its place in the row
 * @param header the columns of the file
 * @param id the place of the records' id, or -1
 * @param ignored headers that nothing is read from
 */
record CsvLayout<T extends Entity<T>>(
        Map<Integer, CsvColumn<T>> columns, CsvHeader header, int id, List<String> ignored) {

    /**
     * Of a file with this header: the columns that were asked for, and each other that has the name of a field which none of
     * those is for. The name of a reference has to stand there exactly, since other systems' columns name records by other
     * things than ids.
     *
     * @throws InvalidException naming the columns that were asked for and aren't there, or are there twice
     */
    static <T extends Entity<T>> CsvLayout<T> of(
            EntityType<T> type, Map<String, CsvColumn<T>> asked, CsvHeader header, boolean byId) {
        List<Violation> problems = new ArrayList<>(header.findMissing(asked.keySet()));
        Map<Integer, CsvColumn<T>> columns = new TreeMap<>();
        asked.forEach((name, column) -> header.place(name).ifPresent(place -> columns.put(place, column)));
        Set<String> read = new HashSet<>();
        asked.values().forEach(column -> read.add(column.field().name()));
        for (Field<T, ?> field : type.fields()) {
            if (!field.hasTrait(Trait.COMPUTED) && !read.contains(field.name()) && isNamed(header, field)) {
                problems.addAll(header.findMissing(List.of(field.name())));
                header.place(field.name()).ifPresent(place -> columns.putIfAbsent(place, named(field)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidException(type.name(), problems);
        }
        int id = byId ? header.place(CsvImport.ID).orElse(-1) : -1;
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.names().size(); place++) {
            String name = header.names().get(place);
            if (!columns.containsKey(place) && place != id && !name.isEmpty()) {
                ignored.add(name);
            }
        }
        return new CsvLayout<>(columns, header, id, ignored);
    }

    private static boolean isNamed(CsvHeader header, Field<?, ?> field) {
        String name = field.name();
        return field instanceof ReferenceField
                ? header.names().contains(name)
                : header.names().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static <T extends Entity<T>, V> CsvColumn<T> named(Field<T, V> field) {
        return new CsvColumn.ParsedColumn<>(field, field::parse);
    }

    /** Returns the header of the column that a field is read from, or the path of what is wrong if there is none. */
    String headerOf(String path) {
        for (Map.Entry<Integer, CsvColumn<T>> column : columns.entrySet()) {
            String name = column.getValue().field().name();
            if (path.equals(name) || path.startsWith(name + "[") || path.startsWith(name + ".")) {
                return header.names().get(column.getKey());
            }
        }
        return path;
    }
}
