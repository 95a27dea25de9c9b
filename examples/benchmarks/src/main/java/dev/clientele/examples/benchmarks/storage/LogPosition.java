package dev.clientele.examples.benchmarks.storage;

/**
 * An entry's place in a log.
 *
 * @param position the place; on databases that order by transaction first, the place within that
 */
public record LogPosition(long position) {

    /** The place after it, in the same transaction. */
    public LogPosition next() {
        return new LogPosition(position + 1);
    }
}
