package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database can't be reached, is busy or out of space. Nothing of the transaction was stored; it may succeed later.
 */
public final class StorageUnavailableException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message without values, and the driver's exception if there is one. */
    public StorageUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
