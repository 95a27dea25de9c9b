package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What is stored can not be read as what it should be. Repeating does not help. */
public final class CorruptException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** See the class. */
    public CorruptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
