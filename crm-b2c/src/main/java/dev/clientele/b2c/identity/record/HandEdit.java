package dev.clientele.b2c.identity.record;

import java.util.List;

/**
 * An edit of a field of a person by hand beyond giving it a value: they emptied it, or took elements away from a list, or put
 * them in another order. Elements are named by digests, so that nothing personal is left of what somebody took away.
 *
 * @param removed elements taken away, whatever systems say
 * @param order all elements in the order that people gave them; empty if they gave none
 */
public record HandEdit(List<String> removed, List<String> order) {

    /** Says that a field has no value, whatever systems say. */
    public static final HandEdit EMPTIED = new HandEdit(List.of(), List.of());

    /** Copies the lists. */
    public HandEdit {
        removed = removed.stream().distinct().sorted().toList();
        order = List.copyOf(order);
    }
}
