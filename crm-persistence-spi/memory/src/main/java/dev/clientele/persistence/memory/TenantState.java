package dev.clientele.persistence.memory;

import dev.clientele.persistence.TenantId;

/** A tenant's committed contents. Changed only under the storage's lock, read by anybody. */
final class TenantState {

    private final TenantId id;
    private volatile TenantSnapshot contents;

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

    void publish(TenantSnapshot next) {
        contents = next;
    }
}
