package dev.clientele.persistence;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a document isn't at the version that a write was decided on, is gone, or is there already; or if another
 * transaction got in between. The decision has to be made anew on what is stored now.
 */
public final class ConflictException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of UUIDs
    private final List<UUID> ids;

    /** Creates a conflict over these documents; none if the database only says that transactions collided. */
    public ConflictException(List<UUID> ids, @Nullable Throwable cause) {
        super(ids.isEmpty() ? "transactions collided" : "stale version of " + ids, cause);
        this.ids = List.copyOf(ids);
    }

    /** Returns the ids of the documents in conflict; empty if the database doesn't tell. */
    public List<UUID> ids() {
        return ids;
    }

    /** Returns true if no document is named: the transactions merely collided and the same one may succeed. */
    @Override
    public boolean retryable() {
        return ids.isEmpty();
    }
}
