package dev.clientele.core.hierarchy;

import java.util.Objects;

/**
 * A figure of one record in a hierarchy. Immutable and thread-safe if the figures are.
 *
 * @param own its own
 * @param total its own together with those of all below it
 * @param <V> the type of the figures
 */
public record RollUp<V>(V own, V total) {

    /** Refuses nulls. */
    public RollUp {
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(total, "total");
    }
}
