package dev.clientele.core.change;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The way in which a listener is served: on which thread, for how long, and what becomes of an entry on which it fails time
 * and again. Immutable and thread-safe.
 *
 * <p>After a failure a listener gets a pause, which grows from a tenth of a second to five minutes while it goes on to fail and
 * is kept by each process for itself; {@code Crm.deliverChanges} doesn't heed it. By default an entry is parked after 20
 * failures, so that those after it go on.
 *
 * <p>PostgreSQL shows readers of a log what has committed only when no transaction that began earlier is open on the server. What is
 * held back so isn't left to the next commit of its tenant: the process that has committed it asks again whenever one of
 * its transactions ends, of whichever tenant, or in short intervals on the listener's executor. What a process that died, or a
 * host's transaction, has left is delivered with the tenant's next commit by whichever process, or by {@code Crm.deliverAll},
 * which a program calls at its start and, if it is only one of several, from time to time.
 */
public final class Delivery {

    private static final int MAX_ATTEMPTS = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final boolean afterCommit;
    private final Optional<Executor> executor;
    private final int maxEntries;
    private final Duration maxTime;
    private final int maxAttempts;
    private final Duration lease;

    private Delivery(
            boolean afterCommit,
            Optional<Executor> executor,
            int maxEntries,
            Duration maxTime,
            int maxAttempts,
            Duration lease) {
        this.afterCommit = afterCommit;
        this.executor = executor;
        this.maxEntries = maxEntries;
        this.maxTime = maxTime;
        this.maxAttempts = maxAttempts;
        this.lease = lease;
    }

    /** Returns the default: on the thread that has committed, at most 500 entries and for no longer than a second a commit. */
    public static Delivery afterCommit() {
        return afterCommit(500, Duration.ofSeconds(1));
    }

    /**
     * Serves the listener on the thread that has committed, before the call returns. What is left when the budget is used up
     * waits for the next commit of the tenant, or for {@code Crm.deliverChanges}. A listener that never returns holds that one
     * thread; others aren't served by it then, but by the next commit.
     *
     * @param maxEntries the most entries a commit, 1 or more
     * @param maxTime no further entry is begun after this time; zero for one entry a commit
     */
    public static Delivery afterCommit(int maxEntries, Duration maxTime) {
        checkArgument(maxEntries >= 1, "maxEntries must be 1 or more, got %s", maxEntries);
        checkArgument(!maxTime.isNegative(), "maxTime must not be negative, got %s", maxTime);
        return new Delivery(true, Optional.empty(), maxEntries, maxTime, MAX_ATTEMPTS, LEASE);
    }

    /**
     * Serves the listener on a thread of the host's: soon after the commit, and by itself again after a failure's pause or when
     * the database has held entries back. Each listener of a tenant takes one thread while it has something to do.
     */
    public static Delivery on(Executor executor) {
        return new Delivery(
                false,
                Optional.of(Objects.requireNonNull(executor, "executor")),
                1000,
                Duration.ofDays(1),
                MAX_ATTEMPTS,
                LEASE);
    }

    /** Serves the listener only when {@code Crm.deliverChanges} or {@code Crm.deliverAll} is called, on that thread. */
    public static Delivery onRequest() {
        return new Delivery(false, Optional.empty(), 1, Duration.ZERO, MAX_ATTEMPTS, LEASE);
    }

    /**
     * Returns this, parking an entry after as many failures in a row.
     *
     * @param attempts 1 to 1,000
     */
    public Delivery parkingAfter(int attempts) {
        checkArgument(attempts >= 1 && attempts <= 1000, "attempts must be 1 to 1000, got %s", attempts);
        return new Delivery(afterCommit, executor, maxEntries, maxTime, attempts, lease);
    }

    /** Returns this, never parking: a listener that fails is told of nothing else until it succeeds. */
    public Delivery neverParking() {
        return new Delivery(afterCommit, executor, maxEntries, maxTime, Integer.MAX_VALUE, lease);
    }

    /**
     * Returns this with another lease. While a process serves a listener for a tenant no other does; when it dies, another may
     * go on after the lease has expired by the host's clock. It is renewed between entries, so it has to be longer than
     * the listener takes for one, and longer than clocks of processes differ.
     *
     * @param newLease a second to a day; a minute by default
     */
    public Delivery withLease(Duration newLease) {
        checkArgument(
                newLease.compareTo(Duration.ofSeconds(1)) >= 0 && newLease.compareTo(Duration.ofDays(1)) <= 0,
                "a lease is a second to a day, got %s",
                newLease);
        return new Delivery(afterCommit, executor, maxEntries, maxTime, maxAttempts, newLease);
    }

    /** Returns whether the listener is served on the thread that has committed. */
    public boolean isAfterCommit() {
        return afterCommit;
    }

    /** Returns the executor on whose threads the listener is served, if it is. */
    public Optional<Executor> executor() {
        return executor;
    }

    /** Returns the most entries of one turn. */
    public int maxEntries() {
        return maxEntries;
    }

    /** Returns the time after which a turn begins no further entry. */
    public Duration maxTime() {
        return maxTime;
    }

    /** Returns the number of failures after which an entry is parked. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Returns the time after which another process may go on. */
    public Duration lease() {
        return lease;
    }
}
