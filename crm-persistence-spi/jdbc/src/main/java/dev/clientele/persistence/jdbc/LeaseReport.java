package dev.clientele.persistence.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures about sessions, and the warnings about those that lie idle.
 *
 * <p>Whoever opens a session, or asks for the figures, looks for idle ones now and then; there is no thread for it.
 * Thread-safe.
 */
final class LeaseReport {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseReport.class);

    private final Duration idleLimit;
    private final AtomicLong nextCheck;
    private final LongAdder opened = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final AtomicLong longestNanos = new AtomicLong();
    private final LongAdder retries = new LongAdder();
    private final LongAdder forgotten = new LongAdder();
    private final LongAdder revoked = new LongAdder();

    /** Creates a report that warns of sessions idle for so long; of none if that is zero. */
    LeaseReport(Duration idleLimit) {
        this.idleLimit = idleLimit;
        this.nextCheck = new AtomicLong(System.nanoTime());
    }

    /** Tells whether it is noted where sessions are opened. */
    boolean notesSites() {
        return !idleLimit.isZero();
    }

    void opened() {
        opened.increment();
    }

    void waited(long nanos, boolean served) {
        waits.increment();
        waitedNanos.add(nanos);
        longestNanos.accumulateAndGet(nanos, Math::max);
        if (!served) {
            refusals.increment();
        }
    }

    void retried() {
        retries.increment();
    }

    void revoked() {
        revoked.increment();
    }

    /** Has the next check made at once. */
    void recheck() {
        nextCheck.set(System.nanoTime());
    }

    /** Warns of idle sessions, each once, unless it was looked for them a moment ago. */
    void check(LeaseQueue queue) {
        long due = nextCheck.get();
        long now = System.nanoTime();
        if (idleLimit.isZero() || now - due < 0 || !nextCheck.compareAndSet(due, now + idleLimit.toNanos() / 4)) {
            return;
        }
        for (ConnectionLease lease : queue.held()) {
            if (lease.idle().compareTo(idleLimit) >= 0 && lease.report()) {
                forgotten.increment();
                LOG.warn("A session was not closed, it seems: {}", lease);
            }
        }
    }

    SessionMetrics metrics(LeaseQueue queue) {
        check(queue);
        List<ConnectionLease> held = queue.held();
        return new SessionMetrics(
                count(held, SessionKind.READING),
                count(held, SessionKind.WRITING),
                count(held, SessionKind.JOINED),
                held.stream().mapToInt(ConnectionLease::streams).sum(),
                queue.waiting(),
                opened.sum(),
                waits.sum(),
                refusals.sum(),
                Duration.ofNanos(waitedNanos.sum()),
                Duration.ofNanos(longestNanos.get()),
                retries.sum(),
                forgotten.sum(),
                revoked.sum());
    }

    private static int count(List<ConnectionLease> held, SessionKind kind) {
        return (int) held.stream().filter(lease -> lease.kind() == kind).count();
    }
}
