package dev.clientele.core.csv;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes records as CSV (RFC 4180): a header, then a row for each record, each value as {@link Field#format} gives it and an
 * empty cell where there is none. Immutable and thread-safe.
 *
 * <p>A text that a spreadsheet would take for a formula, such as one that begins with {@code =}, has an apostrophe before it, which
 * {@link CsvImport} takes away again.
 *
 * <p>Personal data is written like any other: whoever may read the records may export them.
 *
 * @param <T> the record type
 */
public final class CsvExport<T extends Entity<T>> {

    private final Map<String, Function<T, Optional<String>>> columns;

    private CsvExport(Map<String, Function<T, Optional<String>>> columns) {
        this.columns = columns;
    }

    /** Returns an export of all declared fields by their names, after the {@code id}; {@link CsvImport} reads them back. */
    public static <T extends Entity<T>> CsvExport<T> of(EntityType<T> type) {
        CsvExport<T> export = new CsvExport<>(Map.of());
        for (Field<T, ?> field : type.fields()) {
            export = export.column(field.name(), field);
        }
        return export;
    }

    /** No columns yet but the {@code id}. */
    public static <T extends Entity<T>> CsvExport<T> empty() {
        return new CsvExport<>(Map.of());
    }

    /**
     * With a further column.
     *
     * @throws IllegalArgumentException if there is one with this header, or it is {@code id}
     */
    public CsvExport<T> column(String header, Field<T, ?> field) {
        return text(header, record -> text(record, field));
    }

    /**
     * With a further column of texts that a function makes of records, such as of one of the fields that a tenant has defined.
     *
     * @param write returns the text of a cell; empty for an empty one
     * @throws IllegalArgumentException as {@link #column}
     */
    public CsvExport<T> text(String header, Function<T, Optional<String>> write) {
        Map<String, Function<T, Optional<String>>> more = new LinkedHashMap<>(columns);
        if (header.equals(CsvImport.ID) || more.put(header, write) != null) {
            throw new IllegalArgumentException("there is a column '" + header + "' already");
        }
        return new CsvExport<>(more);
    }

    /**
     * Writes a header and these records, in constant memory. The stream is left for the caller to close.
     *
     * @return how many records
     * @throws UncheckedIOException if {@code out} throws
     */
    public long write(Stream<T> records, Appendable out) {
        long count = 0;
        try {
            List<String> header = new ArrayList<>(List.of(CsvImport.ID));
            header.addAll(columns.keySet());
            CsvRowWriter rows = new CsvRowWriter(out);
            rows.write(header);
            for (Iterator<T> each = records.iterator(); each.hasNext(); count++) {
                rows.write(cells(each.next()));
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(T entity) {
        List<String> cells = new ArrayList<>(columns.size() + 1);
        cells.add(entity.findId().map(Object::toString).orElse(""));
        columns.values()
                .forEach(column ->
                        cells.add(column.apply(entity).map(FormulaGuard::guard).orElse("")));
        return cells;
    }

    private static <T extends Entity<T>, V> Optional<String> text(T entity, Field<T, V> field) {
        return entity.find(field).map(field::format);
    }
}
