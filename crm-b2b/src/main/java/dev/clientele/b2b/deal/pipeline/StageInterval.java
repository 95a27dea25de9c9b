package dev.clientele.b2b.deal.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a deal spent in a stage without leaving it.
 *
 * @param visit the stage, and the deal's state at the entry
 * @param leftAt the time of the exit, or null if it is still there
 */
public record StageInterval(StageVisit visit, @Nullable Instant leftAt) {

    /** Returns the time of the entry. */
    public Instant enteredAt() {
        return visit.enteredAt();
    }

    /** Returns the time of the exit; empty if the deal is still there. */
    public Optional<Instant> exitedAt() {
        return Optional.ofNullable(leftAt);
    }

    /**
     * Returns the duration, up to {@code now} if the deal is still there; zero for an interval that begins later than
     * that.
     */
    public Duration durationAt(Instant now) {
        Instant end = leftAt == null || now.isBefore(leftAt) ? now : leftAt;
        return end.isBefore(enteredAt()) ? Duration.ZERO : Duration.between(enteredAt(), end);
    }
}
