package dev.clientele.b2b.analytics;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;

/** Storage that evaluates no condition at all, so that the core does it all. */
final class PlainStorage implements Storage {

    private final Storage storage;

    PlainStorage(Storage storage) {
        this.storage = storage;
    }

    @Override
    public boolean supports(Criteria atom) {
        return false;
    }

    @Override
    public Migration migration(Schema schema) {
        return storage.migration(schema);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return storage.read(tenant);
    }

    @Override
    public StorageSession ask(TenantId tenant) {
        return storage.ask(tenant);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return storage.write(tenant);
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return storage.join(tenant, host);
    }

    @Override
    public void close() {
        storage.close();
    }
}
