package dev.clientele.b2b.revenue.health;

import java.util.Objects;

/**
 * One thing that speaks for or against an account's health.
 *
 * @param name under which it is weighted
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
