package dev.clientele.b2b.deal.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a deal spent in a stage without leaving it.
 *
 * @param visit where, and how the deal stood when it came in
 * @param leftAt when it left, or null if it is still there
 */
public record StageInterval(StageVisit visit, @Nullable Instant leftAt) {

    /** When it came in. */
    public Instant enteredAt() {
        return visit.enteredAt();
    }

    /** When it left; empty if it is still there. */
    public Optional<Instant> exitedAt() {
        return Optional.ofNullable(leftAt);
    }

    /** How long it was there, up to {@code now} if it still is; zero for what begins later than that. */
    public Duration durationAt(Instant now) {
        Instant end = leftAt == null || now.isBefore(leftAt) ? now : leftAt;
        return end.isBefore(enteredAt()) ? Duration.ZERO : Duration.between(enteredAt(), end);
    }
}
