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
 *
 * <p>A {@link dev.clientele.persistence.Schema} lists {@link dev.clientele.persistence.DocumentType}s and
 * {@link dev.clientele.persistence.LogType}s, each with {@link dev.clientele.persistence.DeclaredField}s of a
 * {@link dev.clientele.persistence.FieldType}, {@link dev.clientele.persistence.UniqueKey}s and
 * {@link dev.clientele.persistence.Index}es; a {@link dev.clientele.persistence.Migration} brings a database to it.
 * {@link dev.clientele.persistence.FieldValues} are what a record has in its declared fields.
 *
 * <p>A session is opened for a {@link dev.clientele.persistence.TenantId}. It answers queries,
 * {@link dev.clientele.persistence.LogQuery} for logs, with a {@link dev.clientele.persistence.ResultPage} or a
 * stream, stores {@link dev.clientele.persistence.ComputedValues} beside what people wrote, and follows a log from a {@link dev.clientele.persistence.Position}; a {@link dev.clientele.persistence.Pruning}
 * removes entries of a log, and a {@link dev.clientele.persistence.Redaction} takes out what one says. In the transaction of a host
 * application it joins a {@link dev.clientele.persistence.HostTransaction}.
 *
 * <p>What goes wrong is a {@link dev.clientele.persistence.StorageException}:
 * {@link dev.clientele.persistence.ConflictException} for the version of a document, named by its
 * {@link dev.clientele.persistence.DocumentKey}, that has moved on,
 * {@link dev.clientele.persistence.DuplicateKeyException} for a unique key,
 * {@link dev.clientele.persistence.InvalidRecordException} and {@link dev.clientele.persistence.SchemaException} for
 * what does not fit, {@link dev.clientele.persistence.StorageUnavailableException},
 * {@link dev.clientele.persistence.CommitOutcomeUnknownException},
 * {@link dev.clientele.persistence.CorruptDataException}, and {@link dev.clientele.persistence.UnsupportedException}
 * for an optional capability.
 */
@NullMarked
package dev.clientele.persistence;

import org.jspecify.annotations.NullMarked;
