package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the connection was lost while committing, so that the transaction may or may not have been stored. Retrying is
 * safe only for work that is idempotent.
 */
public final class CommitOutcomeUnknownException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that holds no values, and the driver's exception if there is one. */
    public CommitOutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
