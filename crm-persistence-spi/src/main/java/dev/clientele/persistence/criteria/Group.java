package dev.clientele.persistence.criteria;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of an aggregation's result.
 *
 * @param keys one per grouped field, null where the records have no value
 * @param values one per measure, of the type that {@link Measure} tells
 */
public record Group(List<@Nullable Object> keys, List<@Nullable Object> values) {

    /** Copies the lists. */
    public Group {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Returns the measure at this index, which must be a count. */
    public long count(int index) {
        if (values.get(index) instanceof Long count) {
            return count;
        }
        throw new IllegalArgumentException("measure " + index + " is not a count");
    }
}
