package dev.clientele.core.error;

import java.io.Serial;

/** The access policy doesn't let the actor do this. */
public final class DeniedException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;

    /** Creates an exception about a record of this type, with a message free of personal data. */
    public DeniedException(String type, String message) {
        super(message, null);
        this.type = type;
    }

    /** Returns the record's type. */
    public String type() {
        return type;
    }
}
