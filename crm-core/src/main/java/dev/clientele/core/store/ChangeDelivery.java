package dev.clientele.core.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.AtomicLongMap;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeListener;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves listeners from the change log: each from the position it has reached, which is stored with the data. At least once,
 * in order, one at a time per tenant and listener within this process. Thread-safe.
 *
 * <p>No thread waits for another: one that finds a listener being served leaves word, and the thread that serves looks again
 * before it stops. So a listener may write, which comes back here, and two listeners on two threads can't block each other.
 */
public final class ChangeDelivery implements TransactionObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDelivery.class);
    private static final int BATCH_SIZE = 200;

    private final Storage storage;
    private final ImmutableMap<String, ChangeListener> listeners;

    /** The number of requests that wait for those being served; nothing of the others. */
    private final AtomicLongMap<DeliveryKey> requests = AtomicLongMap.create();

    private record DeliveryKey(TenantId tenant, String listener) {}

    /** Creates the delivery to these listeners by name, in order; the name identifies the position that a listener has reached. */
    public ChangeDelivery(Storage storage, Map<String, ChangeListener> listeners) {
        this.storage = storage;
        this.listeners = ImmutableMap.copyOf(listeners);
    }

    /**
     * Delivers everything that has committed and wasn't delivered yet, or leaves that to the thread that is at it. What a
     * listener itself changes is delivered by the same call. A listener that fails is tried again at the next call; others
     * go on.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails; all listeners have been tried before
     */
    public void deliver(TenantId tenant) {
        RuntimeException failure = null;
        for (String name : listeners.keySet()) {
            try {
                serve(tenant, name);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Delivers as {@link #deliver}, after a commit that nothing may cast doubt on: a failure of the database waits for the next. */
    public void deliverAfterCommit(TenantId tenant) {
        try {
            deliver(tenant);
        } catch (RuntimeException e) {
            LOG.warn("changes are stored, but listeners will be told later", e);
        }
    }

    @Override
    public void committed(TenantId tenant, Map<String, String> appended) {
        deliverAfterCommit(tenant);
    }

    @Override
    public void givenUp() {}

    private void serve(TenantId tenant, String name) {
        DeliveryKey key = new DeliveryKey(tenant, name);
        if (requests.getAndIncrement(key) > 0) {
            return;
        }
        long answered = 1;
        while (answered > 0) {
            boolean served = false;
            try {
                served = StorageExceptionTranslator.runTranslated(() -> deliverPending(tenant, name));
            } finally {
                if (!served) {
                    requests.remove(key); // the next occasion begins anew; what came meanwhile waits for it too
                }
            }
            answered = served ? requests.addAndGet(key, -answered) : 0;
            requests.removeIfZero(key);
        }
    }

    /** Returns false if the listener has failed. */
    private boolean deliverPending(TenantId tenant, String name) {
        ChangeListener listener = Objects.requireNonNull(listeners.get(name));
        while (true) {
            ListenerPosition subscription;
            List<Change> changes;
            try (StorageSession session = storage.read(tenant)) {
                subscription = readPosition(session, name);
                changes = session.follow(ChangeLog.TYPE.name(), subscription.position(), BATCH_SIZE).stream()
                        .map(ChangeLog::fromEntry)
                        .toList();
            }
            Position reached = subscription.position();
            boolean sound = true;
            for (Change change : changes) {
                sound = notifyListener(tenant, name, listener, change);
                if (!sound) {
                    break;
                }
                reached = Objects.requireNonNull(change.position());
            }
            if (!reached.equals(subscription.position())) {
                storePosition(tenant, name, subscription, reached);
            }
            if (!sound || changes.isEmpty()) {
                return sound;
            }
        }
    }

    private static boolean notifyListener(TenantId tenant, String name, ChangeListener listener, Change change) {
        try {
            listener.onChange(tenant, change);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("listener {} failed on the change {}; it will be tried again", name, change.key(), e);
            return false;
        }
    }

    private static ListenerPosition readPosition(StorageSession session, String name) {
        Document document = session.find(ListenerPosition.TYPE.name(), ListenerPosition.id(name))
                .orElse(null);
        return ListenerPosition.of(name, document);
    }

    private void storePosition(TenantId tenant, String name, ListenerPosition subscription, Position reached) {
        Document document = subscription.toDocument(name, reached);
        try (StorageSession session = storage.write(tenant)) {
            session.write(
                    List.of(subscription.version() == 0 ? new Write.Insert(document) : new Write.Replace(document)));
            session.commit();
        }
    }
}
