package dev.clientele.b2b.coverage.assignment;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.util.Objects;

/**
 * A sales representative whom a rule may choose. Immutable and thread-safe.
 *
 * @param rep the sales representative
 */
public record AssignmentCandidate(Id<SalesRep> rep) {

    /** Checks that the representative isn't null. */
    public AssignmentCandidate {
        Objects.requireNonNull(rep, "rep");
    }
}
