package dev.clientele.b2b.pipeline;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A deal may not move as asked. It carries everything that stands in the way, not only the first. */
public final class UnmetException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<Unmet> unmet;

    /** These, at least one. */
    public UnmetException(List<Unmet> unmet) {
        super("the deal may not move: " + unmet.stream().map(Unmet::message).collect(Collectors.joining("; ")), null);
        this.unmet = List.copyOf(unmet);
    }

    /** Everything that stands in the way. */
    public List<Unmet> unmet() {
        return unmet;
    }
}
