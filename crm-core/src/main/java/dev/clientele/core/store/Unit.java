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
 * <p>A conflict over documents that were looked up by id within the transaction, by the library (the target of a reference,
 * say) or by the work itself, isn't a stale decision of the caller's: the transaction is simply run again and looks anew. If
 * the caller's own record was stale, that shows in the next run, before anything is written.
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
