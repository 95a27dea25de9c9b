package dev.clientele.persistence;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Another document of the tenant has the same value of a unique key. Which value isn't told, since it may be personal. */
public final class DuplicateKeyException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String key;

    /** A duplicate of this key of this document type. */
    public DuplicateKeyException(String type, String key, @Nullable Throwable cause) {
        super("another " + type + " has the same " + key, cause);
        this.type = type;
        this.key = key;
    }

    /** The document type. */
    public String type() {
        return type;
    }

    /** The {@link UniqueKey}'s name. */
    public String key() {
        return key;
    }
}
