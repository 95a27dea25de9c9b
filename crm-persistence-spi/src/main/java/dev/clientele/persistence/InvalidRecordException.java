package dev.clientele.persistence;

import java.io.Serial;

/** Thrown if a document or log entry doesn't fit its declaration. Nothing was stored. */
public final class InvalidRecordException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String field;

    /** Creates the exception for a field (or {@code key}, {@code body}); {@code reason} tells the rule without the value. */
    public InvalidRecordException(String type, String field, String reason) {
        super(type + "." + field + ": " + reason, null);
        this.type = type;
        this.field = field;
    }

    /** Returns the document type or log. */
    public String type() {
        return type;
    }

    /** Returns the field that doesn't fit. */
    public String field() {
        return field;
    }
}
