package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of storage. The subtype says what the caller can do about it; the message never contains a
 * field's value, the cause may (log it with care).
 */
public abstract class StorageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Tells whether the same transaction, begun anew, may succeed. */
    public boolean retryable() {
        return false;
    }
}
