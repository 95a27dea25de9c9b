package dev.clientele.b2c.campaign.attribution;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** An aggregation or a computation would exceed a declared limit; nothing was added and nothing was estimated instead. */
public final class AttributionLimitException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long allowed;

    AttributionLimitException(String limit, long allowed) {
        super(limit + " must be at most " + allowed, null);
        this.limit = limit;
        this.allowed = allowed;
    }

    /** Returns the name of the limit, as {@code transitions}. */
    public String limit() {
        return limit;
    }

    /** Returns the largest number that is allowed. */
    public long allowed() {
        return allowed;
    }
}
