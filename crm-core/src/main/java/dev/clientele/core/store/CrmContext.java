package dev.clientele.core.store;

import dev.clientele.persistence.Storage;

/**
 * The parts that all sessions of a {@code Crm} share. Immutable and thread-safe.
 *
 * @param storage the database
 * @param types the types it holds
 * @param ids the source of new ids
 * @param transactions the runner of transactions
 * @param delivery serves the listeners
 * @param kept values made of records that never change
 */
public record CrmContext(
        Storage storage,
        TypeRegistry types,
        IdGenerator ids,
        TransactionRunner transactions,
        ChangeDelivery delivery,
        KeptValues kept) {}
