package dev.clientele.persistence.criteria;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a sorted result: at most {@code limit} rows after a cursor.
 *
 * @param after where the page before ended, or null for the first page
 * @param limit how many rows at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(@Nullable Cursor after, int limit) {

    /** The largest page. */
    public static final int MAX_LIMIT = 10_000;

    /** Checks the limit. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit);
    }

    /** The page after a cursor. */
    public static PageRequest after(Cursor cursor, int limit) {
        return new PageRequest(cursor, limit);
    }
}
