package dev.clientele.core.store;

import dev.clientele.persistence.TenantId;

/** One listener for one tenant: what is served by one thread at a time. */
record Lane(TenantId tenant, LogListener listener) {

    String log() {
        return listener.log();
    }
}
