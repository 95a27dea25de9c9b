package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;

/** A storage that does what another does, for subclasses that change a little of it. */
public class ForwardingStorage implements Storage {

    protected final Storage inner;

    public ForwardingStorage(Storage inner) {
        this.inner = inner;
    }

    /** The storage in memory under all wrappers. */
    Storage unwrapped() {
        return inner instanceof ForwardingStorage forwarding ? forwarding.unwrapped() : inner;
    }

    @Override
    public Migration migration(Schema schema) {
        return inner.migration(schema);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return inner.read(tenant);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return inner.write(tenant);
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return inner.join(tenant, host);
    }

    @Override
    public void close() {
        inner.close();
    }
}
