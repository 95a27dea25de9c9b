package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.UnavailableException;
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
 * One writing connection, for which threads queue in the order they came, and some for reading.
 *
 * <p>For databases inside this process, which do best with one transaction that writes at a time. Threads that wait here are
 * served in turn, where a database's own waiting is a lottery; other processes still meet at its lock.
 */
final class EmbeddedConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedConnections.class);

    private final Opening source;
    private final Dialect dialect;
    private final Duration patience;
    private final Lane writers = new Lane(1);
    private final Lane readers;
    private final Set<Link> all = new HashSet<>();
    private volatile boolean closed;

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open(boolean writing) throws SQLException;
    }

    /** A queue with the connections that are free. */
    private static final class Lane {
        final Semaphore turns;
        final Deque<Link> idle = new ArrayDeque<>();

        Lane(int size) {
            turns = new Semaphore(size, true);
        }
    }

    EmbeddedConnections(Opening source, Dialect dialect, int readers, Duration patience) {
        this.source = source;
        this.dialect = dialect;
        this.readers = new Lane(readers);
        this.patience = patience;
    }

    @Override
    public Link take(boolean writing) {
        Lane lane = writing ? writers : readers;
        try {
            if (!lane.turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UnavailableException(
                        (writing ? "another session writes, or wasn't closed" : "all reading connections are in use")
                                + ", waited " + patience,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while waiting for a connection", e);
        }
        boolean given = false;
        try {
            Link link = idleOrNew(lane);
            given = true;
            return link;
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        } finally {
            if (!given) {
                lane.turns.release();
            }
        }
    }

    private Link idleOrNew(Lane lane) throws SQLException {
        synchronized (all) {
            requireOpen();
            Link idle = lane.idle.pollLast();
            if (idle != null) {
                return idle;
            }
        }
        Link opened = new Link(source.open(lane == writers));
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
    public void give(Link link, boolean writing) {
        Lane lane = writing ? writers : readers;
        synchronized (all) {
            if (link.isBroken() || closed) {
                all.remove(link);
                discard(link);
                discardIdle();
            } else {
                lane.idle.addLast(link);
            }
        }
        lane.turns.release();
    }

    /** What broke one connection may have closed the whole database, as H2 does after an error on its file. */
    private void discardIdle() {
        for (Lane lane : List.of(readers, writers)) {
            lane.idle.forEach(EmbeddedConnections::discard);
            all.removeAll(lane.idle);
            lane.idle.clear();
        }
    }

    private static void discard(Link link) {
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
            all.forEach(EmbeddedConnections::discard);
            all.clear();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
