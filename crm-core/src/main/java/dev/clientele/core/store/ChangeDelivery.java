package dev.clientele.core.store;

import dev.clientele.core.change.DeliveryLag;
import dev.clientele.core.change.ParkedDelivery;
import dev.clientele.core.error.UnavailableException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves listeners from the logs of changes and events: each from the position it has reached, which is stored with the data. At
 * least once, in order, one at a time per tenant and listener, by one process at a time. Thread-safe.
 *
 * <p>After a commit a listener is served in the way it is set to. PostgreSQL holds a committed entry back while a
 * transaction that began earlier is open; then the process that committed it remembers the lane and asks again whenever one
 * of its transactions ends, or after a while on the listener's executor.
 */
public final class ChangeDelivery implements TransactionObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDelivery.class);

    private final DeliveryContext context;
    private final LaneRunner runner;
    private final List<LogListener> listeners;

    /** Creates the delivery to these listeners, in order. */
    public ChangeDelivery(
            Storage storage,
            Collection<LogListener> listeners,
            Clock clock,
            ElapsedTime time,
            IdGenerator ids,
            TransactionCounters counters) {
        this.context = new DeliveryContext(storage, clock, time, ids, counters);
        this.runner = new LaneRunner(context);
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void committed(TenantId tenant, Map<String, String> appended) {
        for (LogListener listener : listeners) {
            String key = appended.get(listener.log());
            if (key != null
                    && (listener.delivery().isAfterCommit()
                            || listener.delivery().executor().isPresent())) {
                Lane lane = new Lane(tenant, listener);
                context.lanes().await(lane, key);
                guarded(() -> runner.ask(lane));
            }
        }
        guarded(runner::settle);
    }

    @Override
    public void givenUp() {
        guarded(runner::settle);
    }

    /** Nothing may cast doubt on a commit: what fails after it waits for the next occasion. */
    private static void guarded(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException e) {
            LOG.warn("what has been committed is stored, but listeners will be told later", e);
        }
    }

    /**
     * Delivers on this thread everything that has committed and wasn't delivered yet, or leaves that to the thread that is at
     * it. What a listener itself changes is delivered by the same call. A listener that fails is tried again at the next call;
     * others go on.
     *
     * @throws dev.clientele.core.error.ClienteleException if the database fails; all listeners have been tried before
     */
    public void deliver(TenantId tenant) {
        RuntimeException failure = null;
        for (LogListener listener : listeners) {
            try {
                StorageExceptionTranslator.runTranslated(() -> {
                    runner.serve(new Lane(tenant, listener), DeliveryBudget.unlimited(context.time()));
                    return listener;
                });
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns how far each listener is behind. */
    public List<DeliveryLag> lag(TenantId tenant) {
        return StorageExceptionTranslator.runTranslated(() -> listeners.stream()
                .map(listener -> new Lane(tenant, listener))
                .map(lane -> context.positions().lag(lane, context.parked().count(tenant, lane)))
                .toList());
    }

    /** Returns whether a listener hasn't been told of everything. */
    public boolean isWaiting(TenantId tenant) {
        return StorageExceptionTranslator.runTranslated(() -> listeners.stream()
                .map(listener -> new Lane(tenant, listener))
                .anyMatch(lane -> !context.positions().read(lane, 1).entries().isEmpty()));
    }

    /** Returns the lowest position that all listeners to a log have reached; empty if nobody listens to it. */
    Optional<Position> lowestReached(StorageSession session, String log) {
        return ListenerPositions.lowestReached(session, log, listeners);
    }

    /** Removes how far a listener has come, and what is parked of it. */
    public void forget(TenantId tenant, String listener) {
        write(() -> {
            context.positions().forget(tenant, listener);
            context.parked().forget(tenant, listener);
        });
    }

    /** Finds the first parked deliveries. */
    public List<ParkedDelivery> findParked(TenantId tenant, int limit) {
        return StorageExceptionTranslator.runTranslated(() -> context.parked().first(tenant, limit));
    }

    /** Removes a parked delivery. */
    public void discard(TenantId tenant, ParkedDelivery parked) {
        write(() -> context.parked().remove(tenant, context.parked().get(tenant, parked)));
    }

    private static void write(Runnable work) {
        StorageExceptionTranslator.runTranslated(() -> {
            work.run();
            return true;
        });
    }

    /** Tells a listener once more of a parked delivery; false if it fails again. */
    public boolean replay(TenantId tenant, ParkedDelivery parked) {
        LogListener listener = listeners.stream()
                .filter(each ->
                        each.name().equals(parked.listener()) && each.log().equals(parked.log()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no listener " + parked.listener()));
        Lane lane = new Lane(tenant, listener);
        if (!context.lanes().enter(lane)) {
            throw busy(lane);
        }
        try {
            return StorageExceptionTranslator.runTranslated(() -> replay(lane, parked));
        } finally {
            if (context.lanes().end(lane) > 1) {
                guarded(() -> runner.ask(lane)); // others have left word meanwhile
            }
        }
    }

    private boolean replay(Lane lane, ParkedDelivery parked) {
        Document document = context.parked().get(lane.tenant(), parked);
        ListenerPosition position = context.positions().read(lane, 1).position();
        ListenerPosition leased = position.isLeasedToOther(
                        context.process(), context.clock().instant())
                ? null
                : context.positions()
                        .store(
                                lane.tenant(),
                                position.leased(
                                        context.process(),
                                        context.clock()
                                                .instant()
                                                .plus(lane.listener().delivery().lease())));
        if (leased == null) {
            throw busy(lane);
        }
        Throwable failure = context.parked()
                .findEntry(lane, document)
                .map(entry -> new DeliveryTurn(context, lane, DeliveryBudget.unlimited(context.time())).tell(entry))
                .orElse(null);
        Write next = failure == null ? ParkedEntries.removal(document) : ParkedEntries.failedAgain(document, failure);
        if (context.positions().store(lane.tenant(), leased.released(), next) == null) {
            throw busy(lane);
        }
        return failure == null;
    }

    private static UnavailableException busy(Lane lane) {
        return new UnavailableException(
                "the listener " + lane.listener().name() + " is being served at the moment", null);
    }
}
