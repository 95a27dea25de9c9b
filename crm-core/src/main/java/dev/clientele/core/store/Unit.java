package dev.clientele.core.store;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.StorageSession;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One open transaction: the session, and which documents it only relies on. Not thread-safe.
 *
 * <p>A conflict over documents that the library itself looked up, such as the target of a reference, isn't the caller's stale
 * decision: the transaction can simply be run again.
 */
public final class Unit {

    private final StorageSession session;
    private final Set<UUID> reliedOn = new HashSet<>();

    Unit(StorageSession session) {
        this.session = session;
    }

    StorageSession session() {
        return session;
    }

    void relyOn(UUID id) {
        reliedOn.add(id);
    }

    ConflictException judge(ConflictException conflict) {
        return reliedOn.containsAll(conflict.ids()) ? new ConflictException(List.of(), conflict) : conflict;
    }
}
