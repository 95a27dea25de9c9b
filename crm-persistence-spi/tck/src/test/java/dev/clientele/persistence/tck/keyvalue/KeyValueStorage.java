package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.ValueOrder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A storage over rows with indexes of its own, as a stranger would write one over a key-value store. */
final class KeyValueStorage implements Storage {

    final KeyValueDatabase database;

    /** Versions, keys of entries and unique keys that this storage has seen, where a fault makes it rely on them. */
    final Map<String, Object> seen = new ConcurrentHashMap<>();

    private final Set<KeyValueSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> asked = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Schema schema;
    private volatile @Nullable Duration patience;
    private volatile boolean closed;

    KeyValueStorage(KeyValueDatabase database) {
        this.database = database;
    }

    @Override
    public Migration migration(Schema wanted) {
        requireOpen();
        return new KeyValueMigration(wanted, database, () -> schema = wanted);
    }

    @Override
    public StorageSession read(TenantId tenant) {
        return opened(new KeyValueSession(this, tenant, ready(), false));
    }

    @Override
    public StorageSession write(TenantId tenant) {
        return write(tenant, database.has(Fault.PATIENCE_STAYS) && patience != null ? patience : Duration.ofDays(1));
    }

    @Override
    public StorageSession write(TenantId tenant, Duration given) {
        Schema ready = ready();
        if (given.compareTo(Duration.ofHours(1)) < 0) {
            patience = given;
        }
        database.lock(database.has(Fault.PATIENCE_IGNORED) ? Duration.ofDays(1) : given);
        return opened(new KeyValueSession(this, tenant, ready, true));
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        throw new UnsupportedException("rows take part in nobody's transaction", null);
    }

    @Override
    public List<TenantId> tenants(@Nullable TenantId after, int limit) {
        ready();
        SortedSet<String> names = new TreeSet<>(ValueOrder.TEXT);
        for (String path : database.snapshot().all().keySet()) {
            String kind = Rows.part(path, 0);
            if (kind.equals("document")
                    || (!database.has(Fault.TENANTS_OF_DOCUMENTS_ONLY)
                            && (kind.equals("entry") || kind.equals("pruned")))) {
                names.add(Rows.part(path, 2));
            }
        }
        if (database.has(Fault.TENANTS_THAT_WERE_ASKED_FOR)) {
            asked.forEach(tenant -> names.add(tenant.value()));
        }
        Comparator<String> order =
                database.has(Fault.TENANTS_WITHOUT_CASE) ? String.CASE_INSENSITIVE_ORDER : ValueOrder.TEXT;
        int seenUpTo = database.has(Fault.TENANTS_REPEATED) ? 0 : 1;
        return names.stream()
                .sorted(order)
                .filter(name -> after == null || order.compare(name, after.value()) >= seenUpTo)
                .limit(PageRequest.first(limit).limit())
                .map(TenantId::of)
                .toList();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        (database.has(Fault.CLOSING_ENDS_SESSIONS_OF_ALL) ? database.sessions : sessions).forEach(session -> {
            if (!database.has(Fault.CLOSING_KEEPS_THE_LOCK) || !session.isWriting()) {
                session.close();
            }
        });
    }

    private StorageSession opened(KeyValueSession session) {
        asked.add(session.tenant());
        sessions.add(session);
        database.sessions.add(session);
        return session;
    }

    void forget(KeyValueSession session) {
        sessions.remove(session);
        database.sessions.remove(session);
    }

    private Schema ready() {
        requireOpen();
        Schema ready = schema;
        if (ready == null) {
            throw new IllegalStateException("no migration has been applied or validated");
        }
        if (database.has(Fault.OLDER_SCHEMA_IS_SHUT_OUT)) {
            Rows rows = database.snapshot();
            for (DocumentType type : ready.documents()) {
                if (rows.below(Rows.path("schema", type.name(), "field")).size()
                        > type.fields().size()) {
                    throw new SchemaException("the database has a newer schema", null);
                }
            }
        }
        return ready;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the storage is closed");
        }
    }
}
