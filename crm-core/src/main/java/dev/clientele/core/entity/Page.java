package dev.clientele.core.entity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Part of a sorted result.
 *
 * @param items in order
 * @param next a token for the next page; empty if no record followed when this page was read. It is text that can go to a
 *     browser and back: it holds where the page ended and is refused by any other query or tenant. It contains the sort
 *     values of the last record.
 * @param <T> the record type
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
