package dev.clientele.b2b.deal.pipeline;

import java.util.Objects;

/**
 * A condition of a move that a deal doesn't meet.
 *
 * @param cause the kind of condition
 * @param subject its subject: a field, a stage, a role
 * @param message for people; without personal data
 */
public record UnmetCondition(UnmetCause cause, String subject, String message) {

    /** The kind of an unmet condition. */
    public enum UnmetCause {
        /** The deal is closed already, or isn't closed. */
        STATE,
        /** The stage isn't where the move should lead. */
        STAGE,
        /** A field has no value. */
        FIELD,
        /** A condition doesn't hold. */
        CONDITION,
        /** A buying role has no engaged stakeholder. */
        ROLE,
        /** An approval is missing. */
        APPROVAL
    }

    /** Refuses nulls. */
    public UnmetCondition {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return message;
    }
}
