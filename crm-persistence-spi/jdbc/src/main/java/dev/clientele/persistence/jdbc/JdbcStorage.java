package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storage over any database that has a dialect. */
final class JdbcStorage implements Storage {

    private final Dialect dialect;
    private final TableNames names;
    private final ConnectionPool connections;
    private volatile @Nullable SchemaTables tables;

    JdbcStorage(Dialect dialect, TableNames names, ConnectionPool connections) {
        this.dialect = dialect;
        this.names = names;
        this.connections = connections;
    }

    @Override
    public Migration migration(Schema schema) {
        requireOpen();
        SchemaTables wanted = new SchemaTables(schema, dialect, names);
        return new JdbcMigration(wanted, names, connections, () -> tables = wanted);
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.ofNullable(tables).map(SchemaTables::schema);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return session(tenant, false, connections.deadline());
    }

    @Override
    public StorageSession readAutoCommit(TenantId tenant) {
        Objects.requireNonNull(tenant, "tenant");
        SchemaTables ready = ready();
        return new JdbcSession(tenant, ready, OwnTransaction.autoCommit(connections, dialect), connections::isClosed);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return session(tenant, true, connections.deadline());
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        boolean impatient = patience.compareTo(connections.maxWait()) < 0;
        return session(tenant, true, impatient ? Deadline.in(patience) : connections.deadline());
    }

    private StorageSession session(TenantId tenant, boolean writing, Deadline deadline) {
        Objects.requireNonNull(tenant, "tenant");
        SchemaTables ready = ready();
        return new JdbcSession(
                tenant, ready, OwnTransaction.begin(connections, dialect, writing, deadline), connections::isClosed);
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        Objects.requireNonNull(tenant, "tenant");
        SchemaTables ready = ready();
        if (!(host instanceof JdbcTransaction transaction)) {
            throw new UnsupportedException(
                    "only a JdbcTransaction can be joined, got "
                            + host.getClass().getName(),
                    null);
        }
        Connection connection = transaction.connection();
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!dialect.productName().equals(product)) {
                throw new UnsupportedException(
                        "this storage is on " + dialect.productName() + ", the host's connection on " + product, null);
            }
            dialect.requireJoinable(connection);
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        }
        return new JdbcSession(
                tenant, ready, new JoinedTransaction(connection, connections, dialect), connections::isClosed);
    }

    /** Returns the figures about sessions as they are now. */
    SessionMetrics metrics() {
        return connections.leases().report().metrics(connections.leases());
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        PageRequest.first(limit);
        SchemaTables ready = ready();
        try {
            return OwnTransaction.inReadTransaction(
                    connections, dialect, link -> ready.tenants().list(link, after, limit));
        } catch (SQLException e) {
            throw dialect.translate(e, false);
        }
    }

    @Override
    public boolean supports(Criteria atom) {
        return dialect.supports(atom);
    }

    @Override
    public void close() {
        connections.close();
    }

    private void requireOpen() {
        if (connections.isClosed()) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    private SchemaTables ready() {
        requireOpen();
        SchemaTables ready = tables;
        if (ready == null) {
            throw new IllegalStateException(
                    "the database has to be brought to a schema first, by migration(schema).apply() or validate()");
        }
        return ready;
    }
}
