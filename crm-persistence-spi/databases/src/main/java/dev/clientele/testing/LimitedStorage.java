package dev.clientele.testing;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.function.Predicate;

/**
 * A storage that can push down only some of what another can.
 *
 * @param storage the other
 * @param pushesDown whether it takes a comparison; none if never
 */
public record LimitedStorage(Storage storage, Predicate<Criteria> pushesDown) implements Storage {

    @Override
    public boolean supports(Criteria atom) {
        return pushesDown.test(atom);
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
    public StorageSession readAutoCommit(TenantId tenant) {
        return storage.readAutoCommit(tenant);
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
