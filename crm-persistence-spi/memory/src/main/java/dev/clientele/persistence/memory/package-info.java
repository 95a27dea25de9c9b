/**
 * The reference adapter: everything in memory, nothing stored for good.
 *
 * <p>{@link dev.clientele.persistence.memory.MemoryStorage} is the door; a {@link
 * dev.clientele.persistence.memory.MemoryTransaction} is the host's transaction for sessions to join.
 *
 * <p>How it works: what a tenant has is one immutable value, {@code TenantSnapshot}, made of balanced trees whose changes
 * share all but the path they touch ({@code PersistentTreeMap}). A session takes the value that is current when it opens,
 * so a snapshot costs nothing, and writes by deriving its own value from it ({@code MemoryUnitOfWork}). Commit takes the
 * storage's only lock, and either finds that nothing changed since and publishes the derived value, or checks every
 * version, unique key and log key against what is current and derives anew from that. Nobody ever waits for a reader, and
 * readers wait for nobody.
 */
@NullMarked
package dev.clientele.persistence.memory;

import org.jspecify.annotations.NullMarked;
