package dev.clientele.core;

import dev.clientele.core.entity.Event;
import dev.clientele.persistence.TenantId;

/**
 * A listener, told of every event of a type after it has been recorded and committed: interactions, purchases, a vendor's own.
 * On the same terms as a {@link dev.clientele.core.change.ChangeListener}: at least once, in the order of the log, one at a time
 * per tenant. The same event a second time is recognisable by its {@link Event#key()}.
 *
 * @param <T> the event type
 */
@FunctionalInterface
public interface EventListener<T extends Event<T>> {

    /** Tells that an event of this tenant has been recorded. */
    void onEvent(TenantId tenant, T event);
}
