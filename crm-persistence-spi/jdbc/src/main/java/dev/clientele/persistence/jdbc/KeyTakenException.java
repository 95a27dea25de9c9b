package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Write;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;

/** Thrown if a write of a batch meets a value of a unique key that another document has. */
final class KeyTakenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final SQLException violation;
    private final transient List<Write> remaining;

    /** Creates the exception for a write of this type; {@code notDone} are it and those after it. */
    KeyTakenException(String type, SQLException violation, List<Write> notDone) {
        super(violation);
        this.type = type;
        this.violation = violation;
        this.remaining = notDone;
    }

    String type() {
        return type;
    }

    SQLException violation() {
        return violation;
    }

    List<Write> remaining() {
        return remaining;
    }
}
