package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of one writing connection, for which threads queue in the order they came, and some for reading.
 *
 * <p>For databases inside this process, which do best with one transaction that writes at a time. Threads that wait here are
 * served in turn, where a database's own waiting is a lottery; other processes still meet at its lock.
 */
final class EmbeddedConnectionPool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedConnectionPool.class);

    private final ConnectionOpener source;
    private final Dialect dialect;
    private final Duration maxWait;
    private final ConnectionQueue writers = new ConnectionQueue(1);
    private final ConnectionQueue readers;
    private final Set<JdbcConnection> all = new HashSet<>();
    private volatile boolean closed;

    /** The opener of connections. */
    @FunctionalInterface
    interface ConnectionOpener {
        Connection open(boolean writing) throws SQLException;
    }

    /** A queue with the connections that are free. */
    private static final class ConnectionQueue {
        final Semaphore permits;
        final Deque<JdbcConnection> idle = new ArrayDeque<>();

        ConnectionQueue(int size) {
            permits = new Semaphore(size, true);
        }
    }

    EmbeddedConnectionPool(ConnectionOpener source, Dialect dialect, int readers, Duration maxWait) {
        this.source = source;
        this.dialect = dialect;
        this.readers = new ConnectionQueue(readers);
        this.maxWait = maxWait;
    }

    @Override
    public JdbcConnection acquire(boolean writing) {
        ConnectionQueue lane = writing ? writers : readers;
        try {
            if (!lane.permits.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StorageUnavailableException(
                        (writing ? "another session writes, or wasn't closed" : "all reading connections are in use")
                                + ", waited " + maxWait,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for a connection", e);
        }
        boolean given = false;
        try {
            JdbcConnection link = idleOrNew(lane);
            given = true;
            return link;
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        } finally {
            if (!given) {
                lane.permits.release();
            }
        }
    }

    private JdbcConnection idleOrNew(ConnectionQueue lane) throws SQLException {
        synchronized (all) {
            requireOpen();
            JdbcConnection idle = lane.idle.pollLast();
            if (idle != null) {
                return idle;
            }
        }
        JdbcConnection opened = new JdbcConnection(source.open(lane == writers));
        synchronized (all) {
            if (closed) {
                discard(opened);
            }
            requireOpen();
            all.add(opened);
        }
        return opened;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    @Override
    public void release(JdbcConnection link, boolean writing) {
        ConnectionQueue lane = writing ? writers : readers;
        try {
            link.clearParameters();
        } catch (SQLException e) {
            link.markBroken();
        }
        synchronized (all) {
            if (link.isBroken() || closed) {
                all.remove(link);
                discard(link);
                discardIdle();
            } else {
                lane.idle.addLast(link);
            }
        }
        lane.permits.release();
    }

    /**
     * Discards idle connections: what broke one may have closed the whole database, as H2 does after an error on its file.
     */
    private void discardIdle() {
        for (ConnectionQueue lane : List.of(readers, writers)) {
            lane.idle.forEach(EmbeddedConnectionPool::discard);
            all.removeAll(lane.idle);
            lane.idle.clear();
        }
    }

    private static void discard(JdbcConnection link) {
        try {
            Connection connection = link.connection();
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a discarded connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.forEach(EmbeddedConnectionPool::discard);
            all.clear();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
