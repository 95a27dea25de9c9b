package dev.clientele.persistence.tck;

/**
 * An optional capability of an adapter. A fixture declares what there is; for what it doesn't declare the suites check that
 * the adapter refuses it as the contract says, so nothing is skipped without a trace.
 */
public enum Capability {

    /** Data outlives the {@code Storage} object: another one, opened when the first is closed, finds it. */
    REOPENING,

    /**
     * Any number of {@code Storage} objects are open on one database at once, in one process or in several; each sees what the
     * others commit. It takes {@link #REOPENING}.
     */
    CONCURRENT_STORAGES,

    /**
     * Sessions can join a transaction of the host ({@code Storage.join}). Without it {@code join} is an {@code
     * UnsupportedException}.
     */
    HOST_TRANSACTIONS,

    /**
     * Two write sessions can be open at the same time and neither waits before it touches what the other has touched.
     * Without it the second waits in {@code Storage.write} until the first has ended.
     */
    CONCURRENT_WRITERS,

    /**
     * Documents can swap the values of a unique key within one batch. Without it such a batch is a {@code
     * DuplicateKeyException} and changes nothing.
     */
    KEY_SWAP
}
