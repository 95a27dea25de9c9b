package dev.clientele.core.entity;

import java.util.List;

/**
 * The outcome of {@link Repository#compute}.
 *
 * @param stored the number of records whose values were stored
 * @param missing the records that are gone, or that the actor may not see, in the order in which they were given
 * @param <T> the record type
 */
public record ComputeResult<T extends Entity<T>>(long stored, List<Id<T>> missing) {

    /** Copies the list. */
    public ComputeResult {
        missing = List.copyOf(missing);
    }
}
