package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The queue for connections: callers are served in the order they came, and nobody waits for what can't come.
 *
 * <p>A thread that has a session already goes before those that have none, since it holds up others. Where all who hold a
 * connection wait themselves, one that wants to read is given a connection beyond the usual number, so that reading inside
 * other work never ends in a standstill; if none is left, or it wants to write, it is refused at once. Thread-safe.
 */
final class LeaseQueue {

    /** Connections beyond the usual number, for those who read while they hold another. */
    static final int RESERVE = 4;

    private final Map<SessionKind, Integer> sizes = new EnumMap<>(SessionKind.class);
    private final LeaseReport report;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ConnectionLease> held = new ArrayList<>();
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private boolean closed;

    /** Somebody who waits. */
    private static final class Waiter {
        final SessionKind kind;
        final Thread thread = Thread.currentThread();
        final boolean nested;
        final Condition changed;
        final @Nullable CallSite site;

        @Nullable
        ConnectionLease granted;

        Waiter(SessionKind kind, boolean nested, Condition changed, @Nullable CallSite site) {
            this.kind = kind;
            this.nested = nested;
            this.changed = changed;
            this.site = site;
        }
    }

    /** Creates a queue for so many reading and writing connections; {@code Integer.MAX_VALUE} if others limit them. */
    LeaseQueue(int readers, int writers, LeaseReport report) {
        sizes.put(SessionKind.READING, readers);
        sizes.put(SessionKind.WRITING, writers);
        sizes.put(SessionKind.JOINED, Integer.MAX_VALUE);
        this.report = report;
    }

    LeaseReport report() {
        return report;
    }

    /**
     * Enters, waiting for one's turn.
     *
     * @throws StorageUnavailableException if it doesn't come in time, can't come, or the thread is interrupted, which leaves
     *     its interrupt flag set
     * @throws IllegalStateException if this is closed, or the thread itself has all that it waits for
     */
    ConnectionLease enter(SessionKind kind, Deadline deadline) {
        CallSite site = report.notesSites() ? new CallSite() : null;
        report.check(this);
        lock.lock();
        try {
            requireOpen();
            if (count(kind) < size(kind) && (waiters.isEmpty() || none(waiter -> waiter.kind == kind))) {
                return grant(ConnectionLease.of(kind, Thread.currentThread(), site));
            }
            Waiter waiter = new Waiter(kind, holds(Thread.currentThread()), lock.newCondition(), site);
            return await(waiter, deadline);
        } finally {
            lock.unlock();
        }
    }

    private ConnectionLease await(Waiter me, Deadline deadline) {
        long began = System.nanoTime();
        boolean served = false;
        waiters.addLast(me);
        try {
            serve();
            while (true) {
                ConnectionLease lease = me.granted;
                if (lease != null) {
                    served = true;
                    return lease;
                }
                requireOpen();
                if (isStuck(me.kind, new ArrayList<>())) {
                    throw inVain(me);
                }
                long left = deadline.nanosLeft();
                if (left == 0) {
                    throw tooLate(me, Duration.ofNanos(System.nanoTime() - began));
                }
                if (me.changed.awaitNanos(left) <= 0) {
                    report.recheck();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for a connection", e);
        } finally {
            waiters.remove(me);
            ConnectionLease lease = me.granted;
            if (lease != null && !served) {
                held.remove(lease);
                serve();
            }
            report.waited(System.nanoTime() - began, served);
        }
    }

    /** Leaves, and lets the next in. */
    void leave(ConnectionLease lease) {
        lock.lock();
        try {
            if (held.remove(lease)) {
                serve();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets in all whose turn it is, those first who hold a connection already. */
    private void serve() {
        for (boolean nested : new boolean[] {true, false}) {
            for (Waiter waiter : waiters) {
                if (waiter.granted == null && waiter.nested == nested && hasRoom(waiter)) {
                    waiter.granted = grant(ConnectionLease.of(waiter.kind, waiter.thread, waiter.site));
                    waiter.changed.signal();
                }
            }
        }
    }

    private boolean hasRoom(Waiter waiter) {
        int count = count(waiter.kind);
        int size = size(waiter.kind);
        return count < size
                || (waiter.kind == SessionKind.READING
                        && waiter.nested
                        && count < size + RESERVE
                        && isStuck(SessionKind.READING, new ArrayList<>()));
    }

    private ConnectionLease grant(ConnectionLease lease) {
        held.add(lease);
        report.opened();
        return lease;
    }

    /** Tells whether no connection of a kind can become free: all are held by threads that wait for such ones. */
    private boolean isStuck(SessionKind kind, List<SessionKind> assumed) {
        if (count(kind) < size(kind)) {
            return false;
        }
        assumed.add(kind);
        for (ConnectionLease lease : held) {
            if (lease.kind() == kind) {
                SessionKind wanted = wanted(lease.user());
                if (wanted == null || (!assumed.contains(wanted) && !isStuck(wanted, assumed))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns what a thread waits for; null if it doesn't. */
    private @Nullable SessionKind wanted(Thread thread) {
        for (Waiter waiter : waiters) {
            if (waiter.thread.equals(thread) && waiter.granted == null) {
                return waiter.kind;
            }
        }
        return null;
    }

    private RuntimeException inVain(Waiter me) {
        boolean own = held.stream()
                .filter(lease -> lease.kind() == me.kind)
                .allMatch(lease -> lease.user().equals(me.thread));
        String all = size(me.kind) == 1 ? "the only connection to " : "all connections to ";
        String what = all + (me.kind == SessionKind.READING ? "read" : "write");
        return own
                ? new IllegalStateException("this thread itself has " + what
                        + " in use: a session has to be closed before the next is opened, or used for both")
                : new StorageUnavailableException(what + " are held by threads that wait for another", null);
    }

    private StorageUnavailableException tooLate(Waiter me, Duration waited) {
        ConnectionLease oldest = held.stream()
                .filter(lease -> lease.kind() == me.kind)
                .findFirst()
                .orElse(null);
        return new StorageUnavailableException(
                (me.kind == SessionKind.WRITING
                                ? "other sessions write, or weren't closed"
                                : "all reading connections are in use")
                        + ", waited " + waited.toMillis() + " ms" + (oldest == null ? "" : "; the oldest: " + oldest),
                null);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    private boolean holds(Thread thread) {
        return held.stream().anyMatch(lease -> lease.user().equals(thread));
    }

    private boolean none(Predicate<Waiter> condition) {
        return waiters.stream().noneMatch(condition);
    }

    private int count(SessionKind kind) {
        int count = 0;
        for (ConnectionLease lease : held) {
            count += lease.kind() == kind ? 1 : 0;
        }
        return count;
    }

    private int size(SessionKind kind) {
        return sizes.getOrDefault(kind, 0);
    }

    /** Returns those who hold a connection now, in the order in which they were let in. */
    List<ConnectionLease> held() {
        lock.lock();
        try {
            return List.copyOf(held);
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
    }

    /** Sends all who wait away, and lets nobody in any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiters.forEach(waiter -> waiter.changed.signal());
        } finally {
            lock.unlock();
        }
    }
}
