package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A deal may not move as asked. It carries everything that stands in the way, not only the first. */
public final class UnmetConditionsException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of records
    private final List<UnmetCondition> unmet;

    /** These, at least one. */
    public UnmetConditionsException(List<UnmetCondition> unmet) {
        super(
                "the deal may not move: "
                        + unmet.stream().map(UnmetCondition::message).collect(Collectors.joining("; ")),
                null);
        this.unmet = List.copyOf(unmet);
    }

    /** Everything that stands in the way. */
    public List<UnmetCondition> unmet() {
        return unmet;
    }
}
