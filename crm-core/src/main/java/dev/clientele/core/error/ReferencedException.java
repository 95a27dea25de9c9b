package dev.clientele.core.error;

import java.io.Serial;
import java.util.List;

/** A record that is to be removed is still referred to by others; each violation names a field that does. */
public final class ReferencedException extends InvalidException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception about a record of this type, with a violation for each field that refers to it. */
    public ReferencedException(String type, List<Violation> violations) {
        super(type, violations);
    }
}
