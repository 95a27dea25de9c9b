package dev.clientele.core.entity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored and as it is about to be stored. At least one of the two is there.
 *
 * @param before as it is stored; null if it is added
 * @param after as it is about to be stored, at the version it is decided on; null if it is removed
 */
public record RecordWrite<T extends Entity<T>>(
        @Nullable T before, @Nullable T after) {

    /** Checks that there is a record. */
    public RecordWrite {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a write has a record before or after");
        }
    }

    /** Returns whether the record is new. */
    public boolean isAdded() {
        return before == null;
    }

    /** Returns whether the record goes. */
    public boolean isRemoved() {
        return after == null;
    }

    /** Returns the record after the write, or before it if it goes. */
    public T latest() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** Returns whether a field has another value than before; true for any value of a record that is added or removed. */
    public boolean changes(Field<? super T, ?> field) {
        return !Objects.equals(value(before, field), value(after, field));
    }

    private static <T extends Entity<T>> @Nullable Object value(@Nullable T record, Field<? super T, ?> field) {
        return record == null ? null : record.get(field);
    }
}
