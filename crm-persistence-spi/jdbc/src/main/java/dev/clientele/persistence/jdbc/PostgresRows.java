package dev.clientele.persistence.jdbc;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one per column, for {@code unnest}. */
final class PostgresRows {

    private static final Escaper ESCAPER =
            Escapers.builder().addEscape('"', "\\\"").addEscape('\\', "\\\\").build();

    private PostgresRows() {}

    /** Appends a field's column. Text sets, which would make an array of arrays, go as the text of each. */
    static <R> SqlBuilder column(
            SqlBuilder sql, FieldColumn field, List<R> rows, Function<R, Map<String, Object>> fields) {
        String name = field.field().name();
        return column(
                sql,
                elementType(field.field()),
                rows,
                row -> packed(fields.apply(row).get(name)));
    }

    static <R> SqlBuilder column(
            SqlBuilder sql, String elementType, List<R> rows, Function<R, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (R row : rows) {
            values.add(value.apply(row));
        }
        return sql.bind(new ArrayParameter(elementType), values).add("::" + elementType + "[]");
    }

    /** Returns the cast that makes a field's value of its unnested column. */
    static String unpacking(FieldColumn field) {
        return field.type() == FieldType.TEXT_SET ? "::text[]" : "";
    }

    /** Returns the element type of an array of a field's values. */
    static String elementType(DeclaredField field) {
        return switch (field.type()) {
            case TEXT, TEXT_SET -> "text";
            case INTEGER -> "int8";
            case DECIMAL -> "numeric";
            case BOOLEAN -> "bool";
            case REAL -> "float8";
            case INSTANT -> "timestamptz";
            case DATE -> "date";
        };
    }

    /** Returns a value as an element of an array; instants as text, since the driver can't convert them. */
    static Object element(Object value) {
        if (value instanceof Instant instant) {
            return IsoText.of(instant);
        }
        return value instanceof LocalDate date ? IsoText.of(date) : value;
    }

    private static @Nullable Object packed(@Nullable Object value) {
        if (value instanceof Set<?> set) {
            return literal(set);
        }
        return value == null ? null : element(value);
    }

    /** Returns the text of an array: {@code {"a","b"}}. */
    private static String literal(Set<?> texts) {
        return texts.stream()
                .map(text -> '"' + ESCAPER.escape((String) text) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
