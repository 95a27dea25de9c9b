package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The failure of a move, with all conditions that the deal doesn't meet, not only the first. */
public final class UnmetConditionsException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<UnmetCondition> unmet;

    /** Creates the exception with the unmet conditions, at least one. */
    public UnmetConditionsException(List<UnmetCondition> unmet) {
        super(
                "the deal may not move: "
                        + unmet.stream().map(UnmetCondition::message).collect(Collectors.joining("; ")),
                null);
        this.unmet = List.copyOf(unmet);
    }

    /** Returns all unmet conditions. */
    public List<UnmetCondition> unmet() {
        return unmet;
    }
}
