package dev.clientele.core.store;

import java.util.concurrent.locks.LockSupport;

/**
 * A measure of time that passes, by which patience and budgets are kept. It has nothing to do with the time of day, which the
 * host's clock tells. Thread-safe.
 */
public interface ElapsedTime {

    /** Returns the nanoseconds since some moment, which stays the same. */
    long nanoTime();

    /** Lets time pass; returns at once, with the flag still set, if the thread is or gets interrupted. */
    void pause(long nanos);

    /** Returns the time that really passes. */
    static ElapsedTime real() {
        return new ElapsedTime() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(long nanos) {
                long end = System.nanoTime() + nanos;
                for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); ) {
                    LockSupport.parkNanos(left);
                    left = end - System.nanoTime();
                }
            }
        };
    }
}
