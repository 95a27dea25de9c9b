package dev.clientele.examples.benchmarks.storage;

/**
 * An entry's place in a log.
 *
 * @param position the place; on databases that order by transaction first, the place within that
 */
public record PlainPlace(long position) {

    /** The place after it, in the same transaction. */
    public PlainPlace next() {
        return new PlainPlace(position + 1);
    }
}
