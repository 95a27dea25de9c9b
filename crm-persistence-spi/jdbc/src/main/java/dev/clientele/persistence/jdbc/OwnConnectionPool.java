package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections of our own, some for reading and some for writing, for which threads queue in the order they came.
 *
 * <p>Databases inside this process do best with one connection that writes. Threads that wait here are served in turn, where a
 * database's own waiting is a lottery; other processes still meet at its lock. Connections are opened when they are first
 * needed, looked at before use if they have lain idle, and replaced when they grow old.
 */
final class OwnConnectionPool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(OwnConnectionPool.class);
    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final ConnectionSource source;
    private final Dialect dialect;
    private final Duration maxWait;
    private final Duration maxAge;
    private final LeaseQueue leases;
    private final Map<SessionKind, Deque<JdbcConnection>> idle = new EnumMap<>(SessionKind.class);
    private final Set<JdbcConnection> all = new HashSet<>();
    private volatile boolean closed;

    /**
     * Creates a pool.
     *
     * @param maxWait the longest that a call waits, if it doesn't say
     * @param maxAge the age at which a connection is replaced
     */
    OwnConnectionPool(ConnectionSource source, Dialect dialect, LeaseQueue leases, Duration maxWait, Duration maxAge) {
        this.source = source;
        this.dialect = dialect;
        this.leases = leases;
        this.maxWait = maxWait;
        this.maxAge = maxAge;
        idle.put(SessionKind.READING, new ArrayDeque<>());
        idle.put(SessionKind.WRITING, new ArrayDeque<>());
    }

    /** Creates a pool of one writing connection and some for reading, to a database inside this process. */
    static OwnConnectionPool embedded(
            ConnectionSource source, Dialect dialect, int readers, Duration maxWait, Duration idleWarning) {
        return new OwnConnectionPool(
                source,
                dialect,
                new LeaseQueue(readers, 1, new LeaseReport(idleWarning)),
                maxWait,
                Duration.ofDays(10_000));
    }

    @Override
    public LeaseQueue leases() {
        return leases;
    }

    @Override
    public Duration maxWait() {
        return maxWait;
    }

    @Override
    public ConnectionLease acquire(boolean writing, Deadline deadline) {
        ConnectionLease lease = leases.enter(SessionKind.of(writing), deadline);
        boolean given = false;
        try {
            lease.with(idleOrNew(lease.kind(), deadline));
            given = true;
            return lease;
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        } finally {
            if (!given) {
                leases.leave(lease);
            }
        }
    }

    private JdbcConnection idleOrNew(SessionKind kind, Deadline deadline) throws SQLException {
        JdbcConnection known = pollIdle(kind);
        while (known != null) {
            boolean young = known.age().compareTo(maxAge) < 0;
            if (young && (known.idle().compareTo(TRUSTED) < 0 || source.isAlive(known.connection()))) {
                return known;
            }
            forget(known);
            known = deadline.hasPassed() ? null : pollIdle(kind);
        }
        JdbcConnection opened = open(kind == SessionKind.WRITING, deadline);
        synchronized (all) {
            if (closed) {
                discard(opened);
            }
            requireOpen();
            all.add(opened);
        }
        return opened;
    }

    private @Nullable JdbcConnection pollIdle(SessionKind kind) {
        synchronized (all) {
            requireOpen();
            return idle(kind).pollLast();
        }
    }

    private JdbcConnection open(boolean writing, Deadline deadline) throws SQLException {
        while (true) {
            try {
                return source.open(writing, deadline);
            } catch (SQLException e) {
                if (closed || deadline.hasPassed() || !source.mayComeBack(e)) {
                    throw e;
                }
            }
            leases.report().retried();
            LockSupport.parkNanos(Math.min(PAUSE_NANOS, deadline.nanosLeft()));
            requireOpen();
            if (Thread.currentThread().isInterrupted()) {
                throw new StorageUnavailableException("interrupted while connecting", null);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    private Deque<JdbcConnection> idle(SessionKind kind) {
        return idle.computeIfAbsent(kind, any -> new ArrayDeque<>());
    }

    @Override
    public void release(ConnectionLease lease) {
        JdbcConnection link = lease.connection();
        try {
            link.prepareForIdling();
            if (!link.isBroken() && !closed) {
                source.afterUse(lease, leases);
            }
        } catch (SQLException e) {
            link.markBroken();
        }
        synchronized (all) {
            if (closed) {
                all.remove(link);
                discard(link);
            } else if (link.isBroken()) {
                all.remove(link);
                discard(link);
                if (!lease.isRevoked()) {
                    discardIdle();
                }
            } else {
                idle(lease.kind()).addLast(link);
            }
        }
        leases.leave(lease);
    }

    /**
     * Discards idle connections: what broke one may have closed the whole database, as H2 does after an error on its file.
     */
    private void discardIdle() {
        for (Deque<JdbcConnection> links : idle.values()) {
            links.forEach(this::discard);
            all.removeAll(links);
            links.clear();
        }
    }

    private void forget(JdbcConnection link) {
        synchronized (all) {
            all.remove(link);
        }
        discard(link);
    }

    private void discard(JdbcConnection link) {
        try {
            source.discard(link.connection());
        } catch (SQLException e) {
            LOG.debug("a discarded connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.forEach(this::discard);
            all.clear();
        }
        leases.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
