package dev.clientele.core;

import dev.clientele.core.change.ParkedDelivery;
import dev.clientele.core.store.ChangeDelivery;
import dev.clientele.persistence.TenantId;
import java.util.List;

/**
 * The deliveries of a tenant that have been parked because a listener failed on them time and again: to look at, and to replay
 * or discard. They are stored with the tenant's data. Thread-safe.
 *
 * <p>An entry that is pruned from its log can't be replayed any more.
 */
public final class ParkedDeliveries {

    private final ChangeDelivery delivery;
    private final TenantId tenant;

    ParkedDeliveries(ChangeDelivery delivery, TenantId tenant) {
        this.delivery = delivery;
        this.tenant = tenant;
    }

    /**
     * Returns the first that were parked, the oldest first.
     *
     * @param limit 1 to 10,000
     */
    public List<ParkedDelivery> first(int limit) {
        return delivery.findParked(tenant, limit);
    }

    /**
     * Tells the listener once more, on this thread, and removes the parked delivery if it succeeds; or if its entry has been pruned.
     *
     * @return false if the listener has failed again: then it stays, with the new reason
     * @throws dev.clientele.core.error.NotFoundException if it is gone
     * @throws dev.clientele.core.error.UnavailableException if the listener is being served for this tenant at the moment
     * @throws IllegalStateException if this {@code Crm} has no such listener
     */
    public boolean replay(ParkedDelivery parked) {
        return delivery.replay(tenant, parked);
    }

    /**
     * Removes a parked delivery for good: the listener is never told of it.
     *
     * @throws dev.clientele.core.error.NotFoundException if it is gone
     */
    public void discard(ParkedDelivery parked) {
        delivery.discard(tenant, parked);
    }
}
