package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sorted result.
 *
 * @param items the rows, in order
 * @param next the cursor of the next page; null if no row followed when this page was read
 * @param <T> document or log entry
 */
public record ResultPage<T>(List<T> items, @Nullable Cursor next) {

    /** Copies the list. */
    public ResultPage {
        items = List.copyOf(items);
    }
}
