package dev.clientele.persistence.memory;

import dev.clientele.persistence.TenantId;

/** A tenant's committed contents. Changed only under the storage's lock, read by anybody. */
final class Tenant {

    private final TenantId id;
    private volatile Contents contents;

    Tenant(TenantId id, Contents contents) {
        this.id = id;
        this.contents = contents;
    }

    TenantId id() {
        return id;
    }

    Contents contents() {
        return contents;
    }

    void publish(Contents next) {
        contents = next;
    }
}
