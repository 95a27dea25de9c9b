package dev.clientele.core.store;

import java.util.concurrent.atomic.LongAdder;

/** Counters of what transactions and listeners have done in this process. Thread-safe. */
public final class TransactionCounters {

    final LongAdder committed = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder collisions = new LongAdder();
    final LongAdder retries = new LongAdder();
    final LongAdder pausedNanos = new LongAdder();
    final LongAdder openStreams = new LongAdder();
    final LongAdder delivered = new LongAdder();
    final LongAdder deliveryFailures = new LongAdder();
    final LongAdder parked = new LongAdder();

    /** Returns the number of transactions that have been committed. */
    public long committed() {
        return committed.sum();
    }

    /** Returns the number of transactions that have been given up. */
    public long failed() {
        return failed.sum();
    }

    /** Returns the number of runs that ended because transactions collided. */
    public long collisions() {
        return collisions.sum();
    }

    /** Returns the number of runs after the first. */
    public long retries() {
        return retries.sum();
    }

    /** Returns the nanoseconds of pauses between runs. */
    public long pausedNanos() {
        return pausedNanos.sum();
    }

    /** Returns the number of streams that are open. */
    public long openStreams() {
        return openStreams.sum();
    }

    /** Returns the number of entries that listeners have been told of. */
    public long delivered() {
        return delivered.sum();
    }

    /** Returns the number of failures of listeners. */
    public long deliveryFailures() {
        return deliveryFailures.sum();
    }

    /** Returns the number of deliveries that have been parked. */
    public long parked() {
        return parked.sum();
    }
}
