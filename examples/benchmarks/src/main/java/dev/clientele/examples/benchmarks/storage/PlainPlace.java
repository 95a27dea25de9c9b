package dev.clientele.examples.benchmarks.storage;

/**
 * An entry's place in a log.
 *
 * @param transaction the id of the transaction that appends it, where the database's places have one; else empty
 * @param position place within that
 */
public record PlainPlace(String transaction, long position) {

    /** The place after it, in the same transaction. */
    public PlainPlace next() {
        return new PlainPlace(transaction, position + 1);
    }
}
