package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the database can't be reached, is busy or out of space. Nothing of the transaction was stored, and the same
 * transaction may be tried again later.
 */
public final class StorageUnavailableException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that holds no values, and the driver's exception if there is one. */
    public StorageUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
