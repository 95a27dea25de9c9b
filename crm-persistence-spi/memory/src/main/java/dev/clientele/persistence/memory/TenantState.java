package dev.clientele.persistence.memory;

import dev.clientele.persistence.TenantId;

/** A tenant's committed contents. Changed only under the storage's lock, read by anybody. */
final class TenantState {

    private final TenantId id;
    private volatile TenantSnapshot contents;
    private volatile boolean used;

    TenantState(TenantId id, TenantSnapshot contents) {
        this.id = id;
        this.contents = contents;
    }

    TenantId id() {
        return id;
    }

    TenantSnapshot contents() {
        return contents;
    }

    /** Tells whether a transaction has ever stored something here. */
    boolean isUsed() {
        return used;
    }

    /** Publishes what a transaction leaves. */
    void publish(TenantSnapshot next) {
        contents = next;
        used = true;
    }

    /** Publishes the same contents as they are laid out for a later schema. */
    void publishMigrated(TenantSnapshot next) {
        contents = next;
    }
}
