package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database, its schema or its adapter can't do what was asked; somebody has to change the set-up. */
public final class StorageSetupException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message free of personal data, and what led to it. */
    public StorageSetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
