/**
 * The storage contract: what Clientele asks of a database, in about a dozen methods.
 *
 * <p>Read it in this order. {@link dev.clientele.persistence.Schema} declares document types and logs with typed fields.
 * {@link dev.clientele.persistence.Storage} prepares a database for a schema and opens sessions. A {@link
 * dev.clientele.persistence.StorageSession} is one transaction of one tenant: it finds, queries and aggregates {@linkplain
 * dev.clientele.persistence.Document documents}, writes batches of {@linkplain dev.clientele.persistence.Write checked
 * writes}, appends {@linkplain dev.clientele.persistence.LogEntry log entries} idempotently and reads logs by subject, time
 * and position. The criteria language of the queries is {@link dev.clientele.persistence.criteria}.
 *
 * <p>The rules that an adapter keeps are numbered where they are stated (C in the criteria package, T for tenants and
 * transactions, D for documents, L for logs, S for schema), and the conformance kit names them in its tests. An adapter
 * that keeps them all makes every feature of the library work on its database; there is no other door.
 *
 * <p>Everything that is wrong with a call and could have been known before (an unknown type, a limit out of range, use
 * after close) is an {@code IllegalArgumentException} or {@code IllegalStateException}; everything else is a {@link
 * dev.clientele.persistence.StorageException} whose type says what the caller can do. No message ever contains a field's
 * value.
 */
@NullMarked
package dev.clientele.persistence;

import org.jspecify.annotations.NullMarked;
