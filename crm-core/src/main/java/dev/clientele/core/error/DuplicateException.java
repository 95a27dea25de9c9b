package dev.clientele.core.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Another record has the same value of a unique key. The value isn't told: it may be personal. */
public final class DuplicateException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String key;

    /** Creates an exception about this unique key of a type. */
    public DuplicateException(String type, String key, @Nullable Throwable cause) {
        super("another " + type + " has the same " + key, cause);
        this.type = type;
        this.key = key;
    }

    /** Returns the record's type. */
    public String type() {
        return type;
    }

    /** Returns the key's name. */
    public String key() {
        return key;
    }
}
