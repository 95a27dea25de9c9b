package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database is busy, full or out of reach. Nothing was stored; the same may succeed later. */
public final class UnavailableException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message free of personal data, and what led to it. */
    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
