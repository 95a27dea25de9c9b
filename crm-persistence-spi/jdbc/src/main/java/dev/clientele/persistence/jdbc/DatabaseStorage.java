package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common part of the storages that applications open. Thread-safe. */
abstract class DatabaseStorage implements Storage {

    private final JdbcStorage storage;

    DatabaseStorage(JdbcStorage storage) {
        this.storage = storage;
    }

    @Override
    public Migration migration(Schema schema) {
        return storage.migration(schema);
    }

    @Override
    public Optional<Schema> schema() {
        return storage.schema();
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return storage.read(tenant);
    }

    @Override
    public StorageSession readAutoCommit(TenantId tenant) {
        return storage.readAutoCommit(tenant);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return storage.write(tenant);
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        return storage.write(tenant, patience);
    }

    /** Joins a {@link JdbcTransaction} on a connection to the same database, be it a file or a schema on a server. */
    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return storage.join(tenant, host);
    }

    /** Returns the figures about this storage's sessions as they are now. Costs little; may be called at any time. */
    public SessionMetrics metrics() {
        return storage.metrics();
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        return storage.tenants(after, limit);
    }

    @Override
    public boolean supports(Criteria atom) {
        return storage.supports(atom);
    }

    @Override
    public void close() {
        storage.close();
    }
}
