package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves listeners from the change log: each from the position it has reached, which is stored with the data. At least once,
 * in order, one at a time per tenant and listener within this process. Thread-safe.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 200;

    private final Storage storage;
    private final Map<String, ChangeListener> listeners;
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    /** For these listeners by name; the name identifies the position that a listener has reached. */
    public Delivery(Storage storage, Map<String, ChangeListener> listeners) {
        this.storage = storage;
        this.listeners = Map.copyOf(listeners);
    }

    /**
     * Delivers everything that has committed and wasn't delivered yet. What a listener itself changes is delivered by the
     * same call. A listener that fails is tried again at the next call; others go on.
     */
    public void deliver(TenantId tenant) {
        listeners.forEach((name, listener) -> {
            ReentrantLock turn = turns.computeIfAbsent(tenant.value() + "\n" + name, unused -> new ReentrantLock());
            if (turn.isHeldByCurrentThread()) {
                return; // the listener itself changed something: the loop further up will come to it
            }
            turn.lock();
            try {
                while (deliverBatch(tenant, name, listener)) {
                    LOG.trace("listener {} goes on", name);
                }
            } catch (StorageException e) {
                LOG.debug("listener {} will be served later", name, e);
            } finally {
                turn.unlock();
            }
        });
    }

    /** True if there may be more. */
    private boolean deliverBatch(TenantId tenant, String name, ChangeListener listener) {
        Subscription subscription;
        List<Change> changes;
        try (StorageSession session = storage.read(tenant)) {
            Document document = session.find(Subscription.TYPE.name(), Subscription.id(name))
                    .orElse(null);
            subscription = Subscription.of(name, document);
            changes = session.follow(ChangeLog.TYPE.name(), subscription.position(), BATCH).stream()
                    .map(ChangeLog::change)
                    .toList();
        }
        Position reached = subscription.position();
        boolean failed = false;
        for (Change change : changes) {
            try {
                listener.changed(tenant, change);
            } catch (RuntimeException e) {
                LOG.warn("listener {} failed on {}; it will be tried again", name, change, e);
                failed = true;
                break;
            }
            Position position = change.position();
            reached = position == null ? reached : position;
        }
        if (!reached.equals(subscription.position())) {
            store(tenant, name, subscription, reached);
        }
        return !failed && !changes.isEmpty();
    }

    private void store(TenantId tenant, String name, Subscription subscription, Position reached) {
        Document document = subscription.at(name, reached);
        try (StorageSession session = storage.write(tenant)) {
            session.write(
                    List.of(subscription.version() == 0 ? new Write.Insert(document) : new Write.Replace(document)));
            session.commit();
        }
    }
}
