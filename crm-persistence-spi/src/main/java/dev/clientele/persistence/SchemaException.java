package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the database's schema isn't the declared one and can't be brought there: it is newer, it holds something in the
 * way, or only validation was asked for and steps are missing.
 */
public final class SchemaException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that holds no values, and the driver's exception if there is one. */
    public SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
