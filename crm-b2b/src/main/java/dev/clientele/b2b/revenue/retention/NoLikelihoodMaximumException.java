package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** A model has no parameters under which a history is most likely: it gets more likely without end as they grow or shrink. */
public final class NoLikelihoodMaximumException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public NoLikelihoodMaximumException(String message) {
        super(message, null);
    }
}
