package dev.clientele.examples.quickstart.source;

import java.util.Objects;

/**
 * Something odd in a source that a reader of its records should know: what it is, how often it occurs, what was done.
 *
 * @param what the oddity, in words
 * @param count how many rows or records show it; a finding that does not occur is kept, with 0
 * @param handling what the reader did about it
 */
public record Finding(String what, long count, String handling) {

    public Finding {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(handling, "handling");
        if (count < 0) {
            throw new IllegalArgumentException("count must be at least 0, was " + count);
        }
    }

    @Override
    public String toString() {
        return count + " × " + what + ": " + handling;
    }
}
