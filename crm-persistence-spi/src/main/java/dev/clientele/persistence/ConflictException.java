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
    private static final long serialVersionUID = 2L;

    @SuppressWarnings("serial") // always an immutable list of records of a text and a UUID
    private final List<DocumentKey> documents;

    /** Creates a conflict over these documents; none if the database only says that transactions collided. */
    public ConflictException(List<DocumentKey> documents, @Nullable Throwable cause) {
        super(documents.isEmpty() ? "transactions collided" : "stale version of " + documents, cause);
        this.documents = List.copyOf(documents);
    }

    /** Returns the documents in conflict; empty if the database doesn't tell. */
    public List<DocumentKey> documents() {
        return documents;
    }

    /** Returns the ids of {@link #documents}. */
    public List<UUID> ids() {
        return documents.stream().map(DocumentKey::id).toList();
    }

    /** Returns true if no document is named: the transactions merely collided and the same one may succeed. */
    @Override
    public boolean retryable() {
        return documents.isEmpty();
    }
}
