package dev.clientele.b2b.revenue.health;

import java.util.Objects;

/**
 * A reason for an account's health: a score with its explanation.
 *
 * @param name the name under which it is weighted
 * @param score 0 to 100
 * @param message for people; without personal data
 */
public record HealthReason(String name, double score, String message) {

    /** Checks the score. */
    public HealthReason {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
        if (!(score >= 0 && score <= 100)) {
            throw new IllegalArgumentException("score must be 0 to 100, got " + score);
        }
    }
}
