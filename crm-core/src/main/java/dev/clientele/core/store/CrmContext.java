package dev.clientele.core.store;

import dev.clientele.persistence.Storage;

/**
 * What all scopes of a {@code Crm} share. Immutable and thread-safe.
 *
 * @param storage the database
 * @param types the types it holds
 * @param ids where new ids come from
 * @param transactions how calls reach the database
 */
public record CrmContext(Storage storage, TypeRegistry types, IdGenerator ids, TransactionRunner transactions) {}
