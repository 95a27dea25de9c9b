package dev.clientele.core.store;

import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.StorageException;
import java.time.Duration;
import java.util.Random;

/**
 * The patience of one caller while a transaction is run again and again: how much is left of it, and the pauses between the
 * runs. Not thread-safe.
 *
 * <p>Pauses grow from two milliseconds to a tenth of a second, each of a random length, so that those who collided don't meet
 * again. Collisions are run again until the patience ends. A database that was unavailable in the middle of a run is asked
 * again a few times, unless it has waited itself: what it is set to wait counts once.
 */
final class Patience {

    private static final long FIRST_PAUSE = Duration.ofMillis(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(100).toNanos();
    private static final long QUICK_FAILURE = Duration.ofSeconds(1).toNanos();
    private static final int MAX_UNAVAILABLE = 5;
    private static final int MAX_BESIDE_WRITES = 5;

    private final ElapsedTime time;
    private final Random jitter;
    private final int maxAttempts;
    private final long start;
    private final long length;
    private long attemptStart;
    private int attempts;
    private int unavailable;
    private int collisionsBesideWrites;

    /**
     * Begins to be patient.
     *
     * @param maxAttempts the most runs, 1 or more, whatever time is left
     */
    Patience(ElapsedTime time, Random jitter, Duration length, int maxAttempts) {
        this.time = time;
        this.jitter = jitter;
        this.maxAttempts = maxAttempts;
        this.start = time.nanoTime();
        this.length = length.toNanos();
    }

    /** Begins a run. */
    void beginAttempt() {
        attempts++;
        attemptStart = time.nanoTime();
    }

    /** Returns the time that is left; zero or less if it is used up. */
    Duration left() {
        return Duration.ofNanos(leftNanos());
    }

    private long leftNanos() {
        return length - (time.nanoTime() - start);
    }

    /**
     * Returns whether one more run may help.
     *
     * @param opened whether the failure came from within a run; storage that couldn't even begin one has waited as long as it
     *     is set to
     */
    boolean allowsRetryOf(StorageException failure, boolean opened) {
        if (attempts >= maxAttempts || leftNanos() <= 0) {
            return false;
        } else if (failure instanceof ConflictException) {
            return true;
        }
        return opened && ++unavailable < MAX_UNAVAILABLE && time.nanoTime() - attemptStart < QUICK_FAILURE;
    }

    /**
     * Notes that a run collided in which the work has written past its own transaction too. After a few of them the two are in
     * each other's way.
     *
     * @throws IllegalStateException with this message, after as many as that
     */
    void noteCollisionBesideWrites(String message, RuntimeException failure) {
        if (++collisionsBesideWrites >= MAX_BESIDE_WRITES) {
            throw new IllegalStateException(message, failure);
        }
    }

    /**
     * Pauses before the next run.
     *
     * @return the nanoseconds that it took
     * @throws UnavailableException if the thread is interrupted
     */
    long pause(RuntimeException failure) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempts, 8));
        long begun = time.nanoTime();
        time.pause(Math.min(leftNanos(), longest / 4 + (long) (jitter.nextDouble() * longest * 3 / 4)));
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException("interrupted " + after() + " that collided with others", failure);
        }
        return time.nanoTime() - begun;
    }

    /** Returns the exception for a caller whose patience has ended over this failure. */
    ClienteleException exhausted(StorageException cause, RuntimeException failure) {
        boolean triedOnce = attempts == 1
                && (maxAttempts == 1
                        || !(cause instanceof ConflictException)
                        || cause.getCause() instanceof DuplicateKeyException);
        return triedOnce
                ? StorageExceptionTranslator.translate(failure)
                : new UnavailableException("gave up " + after() + ": " + cause.getMessage(), failure);
    }

    private String after() {
        long millis = Duration.ofNanos(time.nanoTime() - start).toMillis();
        return "after " + attempts + (attempts == 1 ? " attempt" : " attempts") + " in " + millis + " ms";
    }
}
