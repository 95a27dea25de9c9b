package dev.clientele.b2c.scoring.fit;

import java.util.Objects;

/**
 * Something to know about a fit before relying on it. Carries no customer's data; immutable and thread-safe.
 *
 * @param kind the kind of remark
 * @param text in English, one sentence
 */
public record FitRemark(Kind kind, String text) {
    public FitRemark {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** A reason for a remark. */
    public enum Kind {
        /** A simpler model was fitted than was asked for: the limit to which the data push the parameters. */
        LIMITING_CASE,
        /** A parameter was held far out, where the likelihood doesn't change any more; it has no standard error. */
        HELD_PARAMETER,
        /** The data hardly tell some parameters apart: their standard errors are large. */
        WEAKLY_DETERMINED,
        /** The whole number k is the largest that was tried. */
        LARGEST_K,
        /** Times between purchases weren't known, so that k rests on the times of the last purchases alone. */
        INTERVALS_UNKNOWN,
        /** A prior drew the estimates to usual values; says to which, and how strongly. */
        PRIOR
    }
}
