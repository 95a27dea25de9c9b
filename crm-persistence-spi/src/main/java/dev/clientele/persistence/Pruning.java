package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to remove entries from a log for good (rule L6 of {@link StorageSession}). The age of an entry is a criteria on
 * {@link LogType#OCCURRED_AT}.
 *
 * @param log name of a {@link LogType}
 * @param where only entries that meet this
 * @param upTo only entries up to this position, so that no reader loses what it hasn't reached; null for all
 * @param limit the most entries to remove, 1 to {@link PageRequest#MAX_LIMIT}
 */
public record Pruning(String log, Criteria where, @Nullable Position upTo, int limit) {

    /** Checks the limit. */
    public Pruning {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(where, "where");
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + PageRequest.MAX_LIMIT + ", got " + limit);
        }
    }
}
