package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the adapter, or the database as it is set up, can't do what was asked.
 */
public final class UnsupportedException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that holds no values, and the driver's exception if there is one. */
    public UnsupportedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
