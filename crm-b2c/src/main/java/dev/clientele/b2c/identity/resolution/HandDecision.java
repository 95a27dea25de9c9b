package dev.clientele.b2c.identity.resolution;

import java.util.Set;
import java.util.UUID;

/**
 * A decision of somebody about records.
 *
 * @param same whether all records of both sides are about one person; otherwise none of one side is about the same person as any of the
 *     other
 * @param one ids of records
 * @param other ids of other records
 */
public record HandDecision(boolean same, Set<UUID> one, Set<UUID> other) {

    /** Copies the ids. */
    public HandDecision {
        one = Set.copyOf(one);
        other = Set.copyOf(other);
    }
}
