package dev.clientele.core.error;

import java.io.Serial;

/** The access policy doesn't let the actor do this. */
public final class DeniedException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;

    /** See the class. */
    public DeniedException(String type, String message) {
        super(message, null);
        this.type = type;
    }

    /** The record's type. */
    public String type() {
        return type;
    }
}
