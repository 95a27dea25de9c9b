package dev.clientele.core.tenantfield;

import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The kinds of values that fields of a tenant have. */
public enum TenantFieldKind {
    /** A line of text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number with up to ten decimals. */
    DECIMAL,
    /** A day; in JSON a text such as {@code 2026-03-01}. */
    DATE,
    /** True or false. */
    FLAG,
    /** One of the codes that the definition lists. */
    CHOICE,
    /** A set of texts. */
    TEXT_SET;

    /** Finds what is wrong with a value, by the path of its name. */
    Optional<Violation> violation(TenantField definition, Object value) {
        String form = switch (this) {
            case TEXT -> isLine(value) ? "" : "a line of text";
            case INTEGER -> value instanceof Long ? "" : "a whole number";
            case DECIMAL -> value instanceof Long || value instanceof BigDecimal ? "" : "a number";
            case DATE -> isDay(value) ? "" : "a day such as 2026-03-01";
            case FLAG -> value instanceof Boolean ? "" : "true or false";
            case CHOICE -> value instanceof String code && definition.hasCode(code) ? "" : "one of the field's codes";
            case TEXT_SET ->
                value instanceof Set<?> texts && texts.stream().allMatch(TenantFieldKind::isLine)
                        ? ""
                        : "a list of lines of text";
        };
        return form.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(definition.name(), ViolationCode.FORM, "must be " + form).with("form", form));
    }

    private static boolean isLine(Object value) {
        return value instanceof String text && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDay(Object value) {
        try {
            return value instanceof String text
                    && LocalDate.parse(text).toString().equals(text)
                    && text.length() == 10;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
