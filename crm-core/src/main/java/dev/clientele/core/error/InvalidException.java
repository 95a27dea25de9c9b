package dev.clientele.core.error;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A record breaks rules of its type; nothing was stored. It carries every rule that is broken, not only the first. */
public non-sealed class InvalidException extends ClienteleException implements BadInput {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<Violation> violations;

    /** Creates an exception of these violations, at least one, by a record of this type. */
    public InvalidException(String type, List<Violation> violations) {
        super(
                type + " is invalid: "
                        + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
                null);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    /** Returns an exception of one violation. */
    public static InvalidException of(String type, String path, String reason) {
        return new InvalidException(type, List.of(new Violation(path, reason)));
    }

    /** Returns an exception of one violation that has a code. */
    public static InvalidException of(String type, Violation violation) {
        return new InvalidException(type, List.of(violation));
    }

    /** Returns the record's type. */
    public final String type() {
        return type;
    }

    @Override
    public final List<Violation> violations() {
        return violations;
    }
}
