package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Anything that the library could not do for a reason that lies in the data, the rights or the database. */
public abstract class ClienteleException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** With a message free of personal data, and what led to it. */
    protected ClienteleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether doing the same again may succeed. */
    public boolean retryable() {
        return false;
    }
}
