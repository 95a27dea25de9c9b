package dev.clientele.persistence.criteria;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a page: the sort values of its last row and that row's id. The next page starts strictly after it, so a row
 * inserted or removed meanwhile neither repeats nor hides another.
 *
 * @param values one per sort key of the query, in its order; null where the row had no value
 * @param id the last row's id (documents) or key (log entries)
 */
public record Cursor(List<@Nullable Object> values, String id) {

    /** Copies the list. */
    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        Objects.requireNonNull(id, "id");
    }

    /** Returns the cursor of a row under these sort keys. */
    public static Cursor of(List<Sort> keys, FieldReader row, String id) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (Sort key : keys) {
            values.add(row.read(key.field()));
        }
        return new Cursor(values, id);
    }

    /** Tells whether the row with these values and this id comes strictly after this cursor. */
    public boolean isBefore(List<Sort> keys, FieldReader row, String rowId) {
        for (int i = 0; i < keys.size(); i++) {
            Sort key = keys.get(i);
            int order = ValueOrder.compareMissingLast(values.get(i), row.read(key.field()), key.direction());
            if (order != 0) {
                return order < 0;
            }
        }
        return ValueOrder.TEXT.compare(id, rowId) < 0;
    }
}
