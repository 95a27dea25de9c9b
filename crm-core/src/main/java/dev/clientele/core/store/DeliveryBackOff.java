package dev.clientele.core.store;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The pauses of listeners that have failed, as long as they go on to fail. Forgotten after an hour. Thread-safe. */
final class DeliveryBackOff {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ElapsedTime time;
    private final Cache<Lane, Failure> failures;

    private record Failure(String key, int attempts, long pausedUntil) {}

    DeliveryBackOff(ElapsedTime time) {
        this.time = time;
        this.failures = CacheBuilder.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofHours(1))
                .ticker(new Ticker() {
                    @Override
                    public long read() {
                        return time.nanoTime();
                    }
                })
                .build();
    }

    /**
     * Notes that a listener has failed on an entry. After the first failure it may be tried again at once.
     *
     * @return how often it has failed on this entry in a row
     */
    int fail(Lane lane, String key) {
        @Nullable Failure before = failures.getIfPresent(lane);
        int attempts = before != null && before.key().equals(key) ? before.attempts() + 1 : 1;
        long pause = attempts == 1
                ? 0
                : Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(attempts - 2, 20));
        failures.put(lane, new Failure(key, attempts, time.nanoTime() + pause));
        return attempts;
    }

    /** Notes that a listener has succeeded, or that it was taken past the entry it failed on. */
    void succeed(Lane lane) {
        failures.invalidate(lane);
    }

    /** Returns the nanoseconds until a listener may be tried again; 0 if it may. */
    long pauseLeft(Lane lane) {
        @Nullable Failure failure = failures.getIfPresent(lane);
        return failure == null ? 0 : Math.max(0, failure.pausedUntil() - time.nanoTime());
    }
}
