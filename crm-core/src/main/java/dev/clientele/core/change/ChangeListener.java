package dev.clientele.core.change;

import dev.clientele.persistence.TenantId;

/**
 * A listener, told of every change after it has committed, whoever made it and whatever they may see: at least once, in the order of
 * the log, one at a time per tenant.
 *
 * <p>It is called on the thread that committed or called {@code Crm.deliver}, or on another one that is at it already: a call
 * that changes something can return before the listener was told. It may itself change records. If it throws, the change is
 * delivered again at the next occasion and nothing after it before that; so it must be able to see the same change twice,
 * recognisable by its {@link Change#key()}.
 */
@FunctionalInterface
public interface ChangeListener {

    /** Tells that a change of this tenant has committed. */
    void onChange(TenantId tenant, Change change);
}
