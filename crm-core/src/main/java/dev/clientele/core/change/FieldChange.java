package dev.clientele.core.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field's value before and after, as plain JSON data: text, {@code Long}, {@code BigDecimal}, boolean, list or map. Of a list
 * of which only a part changed, just that part: what is added to a long list is recorded as what was added.
 *
 * @param before null if there was none, or if both values were redacted; of part of a list, the elements that went
 * @param after null if there is none, or if both values were redacted; of part of a list, the elements that came in their place
 * @param start the index in the list of the first element that went or came; {@value #WHOLE} of a whole value
 */
public record FieldChange(@Nullable Object before, @Nullable Object after, int start) {

    /** The start of a change of a whole value. */
    public static final int WHOLE = -1;

    /** Checks that a part of a list is one of lists. */
    public FieldChange {
        if (start < WHOLE || (start != WHOLE && !(before instanceof List && after instanceof List))) {
            throw new IllegalArgumentException("a part of a list has a start from 0 and lists, got start " + start);
        }
    }

    /** Creates a change of a whole value. */
    public FieldChange(@Nullable Object before, @Nullable Object after) {
        this(before, after, WHOLE);
    }

    /** Returns whether the values were {@linkplain ChangeFeed#redact redacted}: that the field changed is all that is known still. */
    public boolean isRedacted() {
        return before == null && after == null;
    }

    /** Returns whether before and after are the changed part of a list, the rest of which stayed. */
    public boolean isPartOfList() {
        return start != WHOLE;
    }

    /**
     * Returns the field's whole value after the change, given the one before.
     *
     * @param value the value before, which counts only if this is part of a list; null if there was none
     * @throws IllegalArgumentException if this is part of a list and the value isn't one that is long enough
     */
    public @Nullable Object applyTo(@Nullable Object value) {
        return isPartOfList() ? replaced(value, elements(before), elements(after)) : after;
    }

    /**
     * Returns the field's whole value before the change, given the one after.
     *
     * @param value the value after, which counts only if this is part of a list; null if there is none
     * @throws IllegalArgumentException if this is part of a list and the value isn't one that is long enough
     */
    public @Nullable Object revertFrom(@Nullable Object value) {
        return isPartOfList() ? replaced(value, elements(after), elements(before)) : before;
    }

    private Object replaced(@Nullable Object value, List<?> old, List<?> now) {
        List<?> list = value == null ? List.of() : elements(value);
        if (start + old.size() > list.size()) {
            throw new IllegalArgumentException("the list is shorter than the one that was changed");
        }
        List<Object> result = new ArrayList<>(list.size() - old.size() + now.size());
        result.addAll(list.subList(0, start));
        result.addAll(now);
        result.addAll(list.subList(start + old.size(), list.size()));
        return Collections.unmodifiableList(result);
    }

    private static List<?> elements(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("part of a list was changed, and this is none");
    }

    /** Returns a text without the values: they may be personal. */
    @Override
    public String toString() {
        return isRedacted()
                ? "redacted"
                : (before == null ? "-" : "*") + " -> " + (after == null ? "-" : "*")
                        + (isPartOfList() ? " from " + start : "");
    }
}
