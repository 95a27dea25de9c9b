package dev.clientele.b2b.coverage.handover;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Objects;

/**
 * The records that a handover transfers: a kind, and a criteria. Immutable and thread-safe.
 *
 * @param kind the kind of record
 * @param criteria the JSON form of a criteria on the fields of that kind of record, beside belonging to the former owner
 */
public record HandoverScope(HandoverKind kind, String criteria) {

    /**
     * Checks that the criteria can be read.
     *
     * @throws IllegalArgumentException if it can't
     */
    public HandoverScope {
        Objects.requireNonNull(kind, "kind");
        criteria = CriteriaJson.write(CriteriaJson.read(criteria));
    }

    /** Returns a scope of the records of a kind that meet a criteria when their turn comes. */
    public static HandoverScope of(HandoverKind kind, Criteria criteria) {
        return new HandoverScope(kind, CriteriaJson.write(criteria));
    }

    /** Parses the criteria. */
    public Criteria toCriteria() {
        return CriteriaJson.read(criteria);
    }
}
