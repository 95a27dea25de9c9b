package dev.clientele.b2b.deal.stakeholder;

import java.util.Objects;

/**
 * Something about the people of a deal that may cost it.
 *
 * @param kind of what sort
 * @param severe whether it alone makes a deal red
 * @param message for people; names roles and numbers, never persons
 */
public record StakeholderRisk(StakeholderRiskKind kind, boolean severe, String message) {

    /** What can be dangerous. */
    public enum StakeholderRiskKind {
        /** We talk to one person only, or to none. */
        SINGLE_THREADED,
        /** Somebody works against the deal. */
        BLOCKER,
        /** A required role is taken by nobody we talk to. */
        MISSING_ROLE,
        /** Nobody works for us inside. */
        NO_ADVOCATE,
        /** Somebody of much influence hasn't heard from us for long. */
        OUT_OF_TOUCH
    }

    /** Refuses nulls. */
    public StakeholderRisk {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }
}
