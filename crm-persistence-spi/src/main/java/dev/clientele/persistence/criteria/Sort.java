package dev.clientele.persistence.criteria;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A sort key: a declared field and a direction. Missing values come last in both directions.
 *
 * @param field name of a declared field that isn't a text set
 * @param direction ascending or descending
 */
public record Sort(String field, SortDirection direction) {

    /** Checks that nothing is null. */
    public Sort {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(direction, "direction");
    }

    /** Returns the key that sorts the smallest first. */
    public static Sort ascending(String field) {
        return new Sort(field, SortDirection.ASCENDING);
    }

    /** Returns the key that sorts the largest first. */
    public static Sort descending(String field) {
        return new Sort(field, SortDirection.DESCENDING);
    }

    /** Returns the order that these keys define, before the tie-break by id that the caller has to append. */
    public static Comparator<FieldReader> comparator(List<Sort> keys) {
        return (left, right) -> {
            for (Sort key : keys) {
                int order = ValueOrder.compareMissingLast(left.read(key.field), right.read(key.field), key.direction);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }
}
