package dev.clientele.persistence.jdbc;

import java.time.Duration;

/** The end of somebody's patience. It is set once for a call, and everything that waits within the call keeps to it. */
final class Deadline {

    private static final Duration LONGEST = Duration.ofDays(10_000);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** Returns the deadline that is so far away from now; zero and negative durations have ended already. */
    static Deadline in(Duration patience) {
        Duration bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        return new Deadline(System.nanoTime() + (bounded.isNegative() ? 0 : bounded.toNanos()));
    }

    /** Returns the nanoseconds that are left, 0 if none are. */
    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    /** Returns the milliseconds that are left, rounded up. */
    long millisLeft() {
        return (nanosLeft() + 999_999) / 1_000_000;
    }

    boolean hasPassed() {
        return nanosLeft() == 0;
    }
}
