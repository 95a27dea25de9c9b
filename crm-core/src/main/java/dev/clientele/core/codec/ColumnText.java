package dev.clientele.core.codec;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Converts column values to one text each, for people and for CSV, and back. */
final class ColumnText {

    private ColumnText() {}

    static String write(Object stored) {
        return stored instanceof BigDecimal decimal ? decimal.toPlainString() : stored.toString();
    }

    static Object read(DeclaredField column, String cell) {
        String text = cell.strip();
        return switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> ColumnRules.decimal(column.name(), new BigDecimal(text), column.scale());
            case BOOLEAN -> flag(text);
            case REAL -> Double.valueOf(text);
            case INSTANT -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
            case TEXT_SET -> throw new IllegalStateException("sets of texts aren't kept as one value");
        };
    }

    /** Returns the end of a sentence that says what a text of this kind has to be. */
    static String form(FieldType type) {
        return switch (type) {
            case TEXT, TEXT_SET -> "one of its codes";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a decimal number with a point that fits its scale";
            case BOOLEAN -> "true or false";
            case REAL -> "a number";
            case INSTANT -> "an instant such as 2026-03-01T10:00:00Z";
            case DATE -> "a day such as 2026-03-01";
        };
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new InvalidValueException("", ViolationCode.FORM, "neither true nor false");
        };
    }
}
