package dev.clientele.testing;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.ValueOrder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A storage for one test in a database that is shared with others. It is empty: each tenant that the test names is stored
 * under a name that no other test uses. Which database it is, is settled by the first migration, which therefore finds nothing
 * left to do; another schema needs a database of its own. Closing it leaves the database open.
 */
final class SharedStorage implements Storage {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseKind kind;
    private final String suffix = "-" + COUNT.incrementAndGet();
    private volatile @Nullable SharedDatabase settled;
    private volatile boolean closed;

    SharedStorage(DatabaseKind kind) {
        this.kind = kind;
    }

    @Override
    public Migration migration(Schema wanted) {
        requireOpen();
        SharedDatabase database = SharedDatabase.of(kind, wanted);
        if (settled != null && !database.equals(settled)) {
            throw new IllegalStateException(
                    "a test that changes the schema needs a database of its own, by open(folder)");
        }
        return new Migration() {
            @Override
            public List<Step> steps() {
                return List.of();
            }

            @Override
            public void apply() {
                settled = database;
            }

            @Override
            public void validate() {
                settled = database;
            }
        };
    }

    /** Begins a transaction as a host application would. */
    DatabaseKind.Host begin() throws SQLException {
        SharedDatabase database = database();
        return kind.beginIn(database.storage(), database.folder());
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return database().storage().read(own(tenant));
    }

    @Override
    public StorageSession readAutoCommit(TenantId tenant) {
        return database().storage().readAutoCommit(own(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return database().storage().write(own(tenant));
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        return database().storage().write(own(tenant), patience);
    }

    /** Lists the tenants of this test, by the names that it gave them. */
    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        Storage storage = database().storage();
        SortedSet<String> names = new TreeSet<>(ValueOrder.TEXT);
        @Nullable TenantId last = null;
        for (List<TenantId> page = storage.tenants(null, PageRequest.MAX_LIMIT);
                !page.isEmpty();
                page = storage.tenants(last, PageRequest.MAX_LIMIT)) {
            page.stream()
                    .map(TenantId::value)
                    .filter(name -> name.endsWith(suffix))
                    .forEach(name -> names.add(name.substring(0, name.length() - suffix.length())));
            last = page.get(page.size() - 1);
        }
        return names.stream()
                .filter(name -> after == null || ValueOrder.TEXT.compare(name, after.value()) > 0)
                .limit(PageRequest.first(limit).limit())
                .map(TenantId::of)
                .toList();
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return database().storage().join(own(tenant), host);
    }

    @Override
    public boolean supports(Criteria atom) {
        return database().storage().supports(atom);
    }

    @Override
    public void close() {
        closed = true;
    }

    private TenantId own(TenantId tenant) {
        return TenantId.of(tenant.value() + suffix);
    }

    private SharedDatabase database() {
        requireOpen();
        SharedDatabase database = settled;
        if (database == null) {
            throw new IllegalStateException("the database has to be brought to a schema first");
        }
        return database;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }
}
