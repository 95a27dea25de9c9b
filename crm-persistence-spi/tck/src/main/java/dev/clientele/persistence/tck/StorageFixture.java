package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.UnsupportedException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A database of an adapter under test, empty when the fixture is made: what an adapter's author writes to run the suites.
 *
 * <p>Two methods are needed, {@link #open} and {@link #close}; the third says which of the optional {@linkplain Capability
 * capabilities} the adapter has. The suites make one fixture for many tests, each with tenants of its own, so making one
 * may take a second or two.
 */
public interface StorageFixture extends AutoCloseable {

    /**
     * Opens a storage over this fixture's database. The suites close it. With {@link Capability#REOPENING} they also ask
     * again after it was closed, with {@link Capability#CONCURRENT_STORAGES} while it is open, and expect the same data.
     */
    Storage open();

    /** Returns the capabilities that the adapter has beyond the required rules. */
    default Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }

    /**
     * Tells whether writing sessions see the state at their beginning throughout, as they do in a database whose transactions are
     * serializable. That is an exception which an adapter has to state, since two rules hold less far then: computing may fail a
     * replacement or check of the same document that is under way, by a {@link dev.clientele.persistence.ConflictException} that
     * names no document (D11), and what a session appends about a document that it inserts anew, without having looked for it, may
     * come before what another has appended about its deletion meanwhile (L8). Any session may collide in this way with another
     * beside it, and goes well when it is run again. False by default.
     */
    default boolean writesOnSnapshots() {
        return false;
    }

    /**
     * Begins a transaction as a host application would, in the database of {@code storage}; asked for with {@link
     * Capability#HOST_TRANSACTIONS} only.
     */
    default HostTransactionHandle beginHost(Storage storage) {
        throw new UnsupportedException("this fixture declares no host transactions", null);
    }

    /** Removes the database. The storages that were opened are closed by then. */
    @Override
    void close();
}
