package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a sorted result.
 *
 * @param items the rows, in order
 * @param next where to go on; null if no row followed when this page was read
 * @param <T> document or log entry
 */
public record ResultPage<T>(List<T> items, @Nullable Cursor next) {

    /** Copies the list. */
    public ResultPage {
        items = List.copyOf(items);
    }
}
