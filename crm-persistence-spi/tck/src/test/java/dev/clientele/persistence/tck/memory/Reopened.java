package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several storages on the same memory, as if it were a database: so the reopening suite has something to run on. */
public final class Reopened implements Storage {

    private final MemoryStorage database;
    private volatile boolean ready;
    private volatile boolean closed;

    public Reopened(MemoryStorage database) {
        this.database = database;
    }

    @Override
    public Migration migration(Schema schema) {
        requireOpen();
        return new Preparing(schema);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        requireReady();
        return new ReopenedSession(database.read(tenant), this::requireOpen);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        requireReady();
        return new ReopenedSession(database.write(tenant), this::requireOpen);
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        requireReady();
        return new ReopenedSession(database.write(tenant, patience), this::requireOpen);
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        requireReady();
        return database.tenants(after, limit);
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        requireReady();
        return new ReopenedSession(database.join(tenant, host), this::requireOpen);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }

    private void requireReady() {
        requireOpen();
        if (!ready) {
            throw new IllegalStateException("no migration has been applied or validated");
        }
    }

    private final class Preparing implements Migration {
        private final Schema schema;

        Preparing(Schema schema) {
            this.schema = schema;
        }

        @Override
        public List<Step> steps() {
            return database.migration(schema).steps();
        }

        @Override
        public void apply() {
            database.migration(schema).apply();
            ready = true;
        }

        @Override
        public void validate() {
            database.migration(schema).validate();
            ready = true;
        }
    }
}
