package dev.clientele.core.change;

import org.jspecify.annotations.Nullable;

/**
 * A field's value before and after, as plain JSON data: text, {@code Long}, {@code BigDecimal}, boolean, list or map.
 *
 * @param before null if there was none
 * @param after null if there is none
 */
public record FieldChange(@Nullable Object before, @Nullable Object after) {

    /** Returns a text without the values: they may be personal. */
    @Override
    public String toString() {
        return (before == null ? "-" : "*") + " -> " + (after == null ? "-" : "*");
    }
}
