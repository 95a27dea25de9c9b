package dev.clientele.persistence.criteria;

import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a sorted result: at most {@code limit} rows after a cursor.
 *
 * @param after the end of the page before, or null for the first page
 * @param limit the largest number of rows, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(@Nullable Cursor after, int limit) {

    /** The largest limit. */
    public static final int MAX_LIMIT = 10_000;

    /** Checks the limit. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }

    /** Returns the request for the first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }

    /** Returns the request for the page after a cursor. */
    public static PageRequest after(Cursor cursor, int limit) {
        return new PageRequest(cursor, limit);
    }
}
