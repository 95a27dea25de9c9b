package dev.clientele.b2b.deal.pipeline;

import java.util.Objects;

/**
 * One thing that stands in the way of a move.
 *
 * @param cause of what sort
 * @param subject what it is about: a field, a stage, a role
 * @param message for people; without personal data
 */
public record UnmetCondition(UnmetCause cause, String subject, String message) {

    /** What can stand in the way. */
    public enum UnmetCause {
        /** The deal is closed already, or isn't closed. */
        STATE,
        /** The stage isn't where the move should lead. */
        STAGE,
        /** A field has no value. */
        FIELD,
        /** A condition doesn't hold. */
        CONDITION,
        /** A buying role is taken by nobody we talk to. */
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
