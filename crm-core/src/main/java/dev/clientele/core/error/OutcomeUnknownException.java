package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The connection broke while committing: the change may or may not have been stored. Read to find out. */
public final class OutcomeUnknownException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message free of personal data, and what led to it. */
    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
