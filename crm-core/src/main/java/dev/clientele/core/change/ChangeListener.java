package dev.clientele.core.change;

import dev.clientele.persistence.TenantId;

/**
 * A listener, told of every change after it has committed, whoever made it and whatever they may see: at least once, in the order of
 * the log, one at a time per tenant, by one process at a time.
 *
 * <p>It is called as its {@link Delivery} says: on the thread that committed or another one that is at it already, on the host's
 * executor, or when {@code Crm.deliverChanges} is called; so a call that changes something can return before the listener was
 * told. It may itself change records. If it throws, an {@code Error} included, the change is delivered again at a later occasion
 * and nothing after it before that; so it must be able to see the same change twice, recognisable by its {@link Change#key()}. A
 * change on which it fails time and again is {@linkplain ParkedDelivery parked}, and those after it go on.
 */
@FunctionalInterface
public interface ChangeListener {

    /** Tells that a change of this tenant has committed. */
    void onChange(TenantId tenant, Change change);
}
