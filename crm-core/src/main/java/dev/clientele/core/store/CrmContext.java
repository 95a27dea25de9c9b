package dev.clientele.core.store;

import dev.clientele.persistence.Storage;
import java.util.Set;

/**
 * The parts that all sessions of a {@code Crm} share. Immutable and thread-safe.
 *
 * @param storage the database
 * @param types the types it holds
 * @param ids the source of new ids
 * @param transactions the runner of transactions
 * @param listeners the names of those that are served changes, which therefore stay until then
 */
public record CrmContext(
        Storage storage, TypeRegistry types, IdGenerator ids, TransactionRunner transactions, Set<String> listeners) {

    /** Copies the set. */
    public CrmContext {
        listeners = Set.copyOf(listeners);
    }
}
