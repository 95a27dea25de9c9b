package dev.clientele.persistence.jdbc;

import java.time.Duration;

/** The time after which an unused session is warned of. */
final class IdleWarning {

    private static final Duration LONGEST = Duration.ofDays(1);

    private IdleWarning() {}

    /** Returns the given time if it is allowed. */
    static Duration checked(Duration after) {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("idleWarning must be 0 to 1 day, got " + after);
        }
        return after;
    }
}
