package dev.clientele.b2b.coverage.handover;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Objects;

/**
 * Which records pass on. Immutable and thread-safe.
 *
 * @param kind of which kind
 * @param criteria the JSON form of a criteria on the fields of that kind of record, beside being the one's
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

    /** Those of a kind that meet a criteria when their turn comes. */
    public static HandoverScope of(HandoverKind kind, Criteria criteria) {
        return new HandoverScope(kind, CriteriaJson.write(criteria));
    }

    /** The criteria. */
    public Criteria toCriteria() {
        return CriteriaJson.read(criteria);
    }
}
