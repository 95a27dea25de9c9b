package dev.clientele.persistence.tck;

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

/**
 * A storage that does what another does, for subclasses that change a little of it: what fails now and then, counts, or can do
 * less. To change all sessions, override {@link #wrap}.
 */
public class ForwardingStorage implements Storage {

    /** The other storage. */
    protected final Storage inner;

    /** Creates a storage that does what {@code inner} does. */
    public ForwardingStorage(Storage inner) {
        this.inner = inner;
    }

    /** Returns the session to be given in the place of one that the other storage has opened; by default that one. */
    protected StorageSession wrap(StorageSession session) {
        return session;
    }

    @Override
    public Migration migration(Schema schema) {
        return inner.migration(schema);
    }

    @Override
    public Optional<Schema> schema() {
        return inner.schema();
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return wrap(inner.read(tenant));
    }

    @Override
    public StorageSession readAutoCommit(TenantId tenant) {
        return wrap(inner.readAutoCommit(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return wrap(inner.write(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        return wrap(inner.write(tenant, patience));
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return wrap(inner.join(tenant, host));
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        return inner.tenants(after, limit);
    }

    @Override
    public boolean supports(Criteria atom) {
        return inner.supports(atom);
    }

    @Override
    public void close() {
        inner.close();
    }
}
