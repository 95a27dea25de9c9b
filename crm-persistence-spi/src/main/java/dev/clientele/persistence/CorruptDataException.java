package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if what is stored can't be read: a damaged file, a row that no declared type explains. Retrying doesn't help.
 */
public final class CorruptDataException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that holds no values, and the driver's exception if there is one. */
    public CorruptDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
