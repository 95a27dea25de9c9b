package dev.clientele.persistence.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool over the host's data sources, which have a size of their own and wait for a free connection as they are set to. */
final class DataSourceConnectionPool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConnectionPool.class);

    private final DataSource readers;
    private final DataSource writers;
    private final boolean readersOnSnapshots;
    private final Dialect dialect;
    private final Runnable closing;
    private volatile boolean closed;

    /**
     * Creates a pool over two data sources, which may be the same.
     *
     * @param readersOnSnapshots true if the first one's connections begin transactions that stay on a snapshot
     * @param closing runs when this is closed
     */
    DataSourceConnectionPool(
            DataSource readers, DataSource writers, boolean readersOnSnapshots, Dialect dialect, Runnable closing) {
        this.readers = readers;
        this.writers = writers;
        this.readersOnSnapshots = readersOnSnapshots;
        this.dialect = dialect;
        this.closing = closing;
    }

    @Override
    public JdbcConnection acquire(boolean writing) {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
        Connection connection = null;
        boolean taken = false;
        try {
            connection = (writing ? writers : readers).getConnection();
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            taken = true;
            return new JdbcConnection(connection, !writing && readersOnSnapshots, autoCommit);
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        } finally {
            if (!taken && connection != null) {
                close(connection);
            }
        }
    }

    @Override
    public void release(JdbcConnection link, boolean writing) {
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
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back", e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closing.run();
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
