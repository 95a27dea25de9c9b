package dev.clientele.core.error;

import java.io.Serial;
import java.util.UUID;

/** There is no such record: it never was, was removed, belongs to another tenant, or the actor may not see it. */
public class NotFoundException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final UUID id;

    /** Creates an exception about the record of this type and id. */
    public NotFoundException(String type, UUID id) {
        super("no " + type + " " + id, null);
        this.type = type;
        this.id = id;
    }

    /** Creates an exception with a message that tells more, free of personal data. */
    protected NotFoundException(String type, UUID id, String message) {
        super(message, null);
        this.type = type;
        this.id = id;
    }

    /** Returns the record's type. */
    public final String type() {
        return type;
    }

    /** Returns its id. */
    public final UUID id() {
        return id;
    }
}
