package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The base of all exceptions for what the library couldn't do for a reason that lies in the data, the rights or the database. */
public abstract class ClienteleException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message free of personal data, and what led to it. */
    protected ClienteleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns whether doing the same again may succeed. */
    public boolean retryable() {
        return false;
    }
}
