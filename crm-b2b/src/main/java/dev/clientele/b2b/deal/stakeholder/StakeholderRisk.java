package dev.clientele.b2b.deal.stakeholder;

import java.util.Objects;

/**
 * A risk in the stakeholders of a deal.
 *
 * @param kind the kind of risk
 * @param severe whether it alone makes a deal red
 * @param message for people; names roles and numbers, never persons
 */
public record StakeholderRisk(StakeholderRiskKind kind, boolean severe, String message) {

    /** The kind of a stakeholder risk. */
    public enum StakeholderRiskKind {
        /** One contact only is engaged, or none. */
        SINGLE_THREADED,
        /** A stakeholder works against the deal. */
        BLOCKER,
        /** A required role has no engaged stakeholder. */
        MISSING_ROLE,
        /** No stakeholder works for the host inside. */
        NO_ADVOCATE,
        /** A stakeholder of much influence hasn't heard from the host for long. */
        OUT_OF_TOUCH
    }

    /** Refuses nulls. */
    public StakeholderRisk {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }
}
