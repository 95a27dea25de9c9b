package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Stored data can't be read as what it should be. Repeating doesn't help. */
public sealed class CorruptException extends ClienteleException permits NewerRecordException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a message free of personal data, and what led to it. */
    public CorruptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
