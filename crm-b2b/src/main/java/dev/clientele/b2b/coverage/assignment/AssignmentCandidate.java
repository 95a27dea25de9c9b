package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.Objects;

/**
 * Somebody whom a rule may choose. Immutable and thread-safe.
 *
 * @param rep who
 */
public record AssignmentCandidate(Id<SalesRep> rep) {

    /** Checks that it is somebody. */
    public AssignmentCandidate {
        Objects.requireNonNull(rep, "rep");
    }
}
