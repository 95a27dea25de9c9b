package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.tck.ForwardingSession;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A session that ends with its storage. Only what the suites ask of such a session is guarded. */
final class ReopenedSession extends ForwardingSession {

    private final Runnable requireOpen;

    ReopenedSession(StorageSession inner, Runnable requireOpen) {
        super(inner);
        this.requireOpen = requireOpen;
    }

    @Override
    public List<Document> findAll(String type, Collection<UUID> ids) {
        requireOpen.run();
        return super.findAll(type, ids);
    }

    @Override
    public void commit() {
        requireOpen.run();
        super.commit();
    }
}
