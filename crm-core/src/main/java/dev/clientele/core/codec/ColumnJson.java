package dev.clientele.core.codec;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Converts column values to plain JSON data and back: the column's type says what a text or a number means. */
final class ColumnJson {

    private ColumnJson() {}

    static Object write(Object stored) {
        if (stored instanceof Instant || stored instanceof LocalDate) {
            return stored.toString();
        } else if (stored instanceof Collection<?> set) {
            return List.copyOf(new TreeSet<Object>(set));
        }
        return stored;
    }

    static Object read(DeclaredField column, Object json) {
        return switch (column.type()) {
            case TEXT -> (String) json;
            case TEXT_SET ->
                ((Collection<?>) json).stream().map(String.class::cast).collect(toImmutableSet());
            case INTEGER -> decimal(json).longValueExact();
            case DECIMAL -> ColumnRules.decimal(column.name(), decimal(json), column.scale());
            case BOOLEAN -> (Boolean) json;
            case REAL -> ColumnRules.real(column.name(), ((Number) json).doubleValue());
            case INSTANT -> Instant.parse((String) json);
            case DATE -> LocalDate.parse((String) json);
        };
    }

    /** Returns the end of a sentence that says what JSON data of this kind has to be. */
    static String form(FieldType type) {
        return switch (type) {
            case TEXT -> "a text";
            case TEXT_SET -> "a list of texts";
            case DECIMAL -> "a number";
            case BOOLEAN -> "true or false, without quotes";
            case INTEGER, REAL, INSTANT, DATE -> ColumnText.form(type);
        };
    }

    static BigDecimal decimal(Object json) {
        return json instanceof BigDecimal decimal ? decimal : new BigDecimal(((Number) json).toString());
    }
}
