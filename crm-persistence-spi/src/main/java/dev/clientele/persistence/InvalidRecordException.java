package dev.clientele.persistence;

import java.io.Serial;

/** A document or log entry doesn't fit its declaration. Nothing was stored. */
public final class InvalidRecordException extends StorageException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String field;

    /** A field (or {@code key}, {@code body}) of a type breaks a rule, which {@code reason} tells without the value. */
    public InvalidRecordException(String type, String field, String reason) {
        super(type + "." + field + ": " + reason, null);
        this.type = type;
        this.field = field;
    }

    /** The document type or log. */
    public String type() {
        return type;
    }

    /** The field that doesn't fit. */
    public String field() {
        return field;
    }
}
