package dev.clientele.core.error;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else changed the record in the meantime, or removed it. Read it again and decide anew. */
public final class StaleVersionException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of UUIDs
    private final List<UUID> ids;

    /** Creates an exception about these records, and what led to it. */
    public StaleVersionException(List<UUID> ids, @Nullable Throwable cause) {
        super("changed by somebody else meanwhile: " + ids, cause);
        this.ids = List.copyOf(ids);
    }

    /** Returns the ids of the records; empty if the database can't tell. */
    public List<UUID> ids() {
        return ids;
    }
}
