package dev.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool over the host's data source, which has a size of its own and waits for a free connection as it is set to. */
final class DataSourceConnectionPool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConnectionPool.class);
    private static final long NO_WAIT_NANOS = 1_000_000;

    private final DataSource source;
    private final Dialect dialect;
    private final LeaseQueue leases;
    private final Duration maxWait;
    private volatile boolean closed;

    DataSourceConnectionPool(DataSource source, Dialect dialect, Duration maxWait, Duration idleWarning) {
        this.source = source;
        this.dialect = dialect;
        this.leases = new LeaseQueue(Integer.MAX_VALUE, Integer.MAX_VALUE, new LeaseReport(idleWarning));
        this.maxWait = maxWait;
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
        Connection connection = null;
        boolean taken = false;
        long began = System.nanoTime();
        try {
            connection = source.getConnection();
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            lease.with(JdbcConnection.borrowed(connection, autoCommit));
            if (closed) {
                throw new IllegalStateException("the storage is closed");
            }
            taken = true;
            return lease;
        } catch (SQLException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw dialect.translate(e, false);
        } finally {
            long waited = System.nanoTime() - began;
            if (!taken || waited > NO_WAIT_NANOS) {
                leases.report().waited(waited, taken);
            }
            if (!taken) {
                leases.leave(lease);
                if (connection != null) {
                    close(connection);
                }
            }
        }
    }

    @Override
    public void release(ConnectionLease lease) {
        JdbcConnection link = lease.connection();
        link.closeStatements();
        Connection connection = link.connection();
        try {
            if (link.isBroken()) {
                connection.abort(Runnable::run);
            } else if (connection.getAutoCommit() != link.borrowedAutoCommit()) {
                connection.setAutoCommit(link.borrowedAutoCommit());
            }
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back as it was", e);
        }
        close(connection);
        leases.leave(lease);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back", e);
        }
    }

    /** Ends what open sessions have begun, so that they hold up nobody else; the host's own transactions stay as they are. */
    @Override
    public void close() {
        closed = true;
        leases.held().stream()
                .filter(lease -> lease.kind() != SessionKind.JOINED)
                .forEach(DataSourceConnectionPool::takeBack);
        leases.close();
    }

    private static void takeBack(ConnectionLease lease) {
        try {
            lease.connection().connection().abort(Runnable::run);
        } catch (SQLException | IllegalStateException e) {
            LOG.debug("a session's connection could not be ended", e);
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
