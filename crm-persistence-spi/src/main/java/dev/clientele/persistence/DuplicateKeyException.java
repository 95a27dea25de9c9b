package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown if another document of the tenant has the same unique key. The value isn't told, since it may be personal. */
public final class DuplicateKeyException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String key;

    /** Creates the exception for a key of a document type. */
    public DuplicateKeyException(String type, String key, @Nullable Throwable cause) {
        super("another " + type + " has the same " + key, cause);
        this.type = type;
        this.key = key;
    }

    /** Returns the document type. */
    public String type() {
        return type;
    }

    /** Returns the name of the {@link UniqueKey}. */
    public String key() {
        return key;
    }
}
