package dev.clientele.core.store;

import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction: the session, which documents it has only looked up, and whether it can still succeed. Not thread-safe.
 *
 * <p>A conflict over documents that were looked up by id within the transaction, by the library (the target of a reference,
 * say) or by the work itself, only causes the transaction to be run again; it isn't reported as
 * stale. If the caller's own record was stale, the next run says so before anything is written.
 *
 * <p>A transaction of which a write has failed, or a step that was to be done as a whole, can't be committed any more, even
 * if the work catches the exception.
 */
public final class UnitOfWork {

    private final StorageSession session;

    /** The documents that were looked up, each with the version that was found first; 0 if none is known. */
    private final Map<DocumentKey, Long> lookedUp = new HashMap<>();

    private final Set<DocumentKey> notFound = new HashSet<>();
    private final @Nullable ReadCache readCache;
    private final @Nullable DuplicateRetry duplicates;
    private final Map<DocumentKey, Long> relied = new LinkedHashMap<>();
    private final Set<DocumentKey> written = new HashSet<>();
    private final Set<String> retriedDuplicates = new HashSet<>();
    private final Map<String, String> appended = new HashMap<>();
    private boolean insertsAfterSearch;
    private @Nullable RuntimeException failure;
    private boolean ended;

    private UnitOfWork(StorageSession session, @Nullable ReadCache seen, @Nullable DuplicateRetry duplicates) {
        this.session = session;
        this.readCache = seen;
        this.duplicates = duplicates;
    }

    static UnitOfWork forReading(StorageSession session) {
        return new UnitOfWork(session, null, null);
    }

    /**
     * Returns a transaction that writes.
     *
     * @param duplicates which duplicates are a reason to run it again; null if it can't be run again
     */
    static UnitOfWork forWriting(StorageSession session, @Nullable DuplicateRetry duplicates) {
        return new UnitOfWork(session, new ReadCache(), duplicates);
    }

    /** Returns the session, for reading. */
    StorageSession session() {
        if (ended) {
            throw new IllegalStateException("this session belongs to a transaction that has ended");
        } else if (failure != null) {
            throw new IllegalStateException("this transaction has failed and can only be left", failure);
        }
        return session;
    }

    /** Returns the session, for a search of this type. */
    StorageSession search(String type) {
        if (duplicates != null) {
            duplicates.noteSearch(type);
        }
        return session();
    }

    /** Finds documents by id, and notes that the transaction relies on what it finds. */
    List<Document> findAndTrack(String type, List<UUID> ids) {
        return track(type, ids, session().findAll(type, ids));
    }

    private List<Document> track(String type, List<UUID> ids, List<Document> found) {
        found.forEach(document -> lookedUp.putIfAbsent(DocumentKey.of(document), document.version()));
        for (UUID id : ids) {
            DocumentKey key = new DocumentKey(type, id);
            notFound.add(key);
            relyOn(key);
        }
        found.forEach(document -> notFound.remove(DocumentKey.of(document)));
        found.forEach(this::addToCache);
        return found;
    }

    /** Adds a document that the transaction has read to the cache. */
    Document addToCache(Document document) {
        if (readCache != null) {
            readCache.add(document);
        }
        return document;
    }

    /** Returns a document that was read before at this version, and not written since. */
    @Nullable
    Document findCached(String type, UUID id, long version) {
        Document cached = readCache == null ? null : readCache.find(type, id, version);
        if (cached != null) {
            lookedUp.putIfAbsent(DocumentKey.of(cached), version);
        }
        return cached;
    }

    /**
     * Returns why documents of these ids, which are there, can't be added: another transaction got in between if this one has looked
     * and found none of them, and the caller is wrong otherwise.
     */
    RuntimeException insertConflict(String type, List<UUID> ids) {
        return ids.stream().allMatch(id -> notFound.contains(new DocumentKey(type, id)))
                ? markFailed(new ConflictException(List.of(), null))
                : new StaleVersionException(ids, null);
    }

    /**
     * Returns why a document isn't there: another transaction got in between if this one has read it, and the caller is wrong
     * otherwise.
     */
    RuntimeException missing(String type, UUID id) {
        DocumentKey key = new DocumentKey(type, id);
        return lookedUp.getOrDefault(key, 0L) > 0 && !written.contains(key)
                ? markFailed(new ConflictException(List.of(), null))
                : new NotFoundException(type, id);
    }

    /**
     * Returns why documents aren't stored at the versions at which the caller has them: another transaction got in between if
     * this one has read them all at these versions itself, and the caller's copies are old otherwise.
     *
     * @param expected the versions at which the caller has them
     * @param stored those of them that are there
     */
    RuntimeException staleConflict(Map<DocumentKey, Long> expected, Collection<Document> stored) {
        Map<DocumentKey, Long> versions = new HashMap<>();
        stored.forEach(document -> versions.put(DocumentKey.of(document), document.version()));
        boolean collided = expected.entrySet().stream()
                .allMatch(document -> document.getValue().equals(lookedUp.get(document.getKey()))
                        && !document.getValue().equals(versions.get(document.getKey()))
                        && !written.contains(document.getKey()));
        return collided
                ? markFailed(new ConflictException(List.of(), null))
                : new StaleVersionException(
                        expected.keySet().stream().map(DocumentKey::id).toList(), null);
    }

    /**
     * Relies on a document: the transaction commits only if it is still at this version, or was so when the transaction
     * itself wrote it.
     *
     * @throws IllegalStateException if the transaction only reads
     */
    void rely(DocumentKey document, long version) {
        if (readCache == null) {
            throw new IllegalStateException(
                    "a session that only reads can't rely on a record: its snapshot stays as it is");
        }
        relyOn(document);
        Long before = relied.putIfAbsent(document, version);
        if (before != null && before != version && !written.contains(document)) {
            throw markFailed(new ConflictException(List.of(), null));
        }
    }

    /** Finds documents as {@link #findAndTrack} does, and keeps others from writing them meanwhile where the database can. */
    List<Document> findForUpdate(String type, List<UUID> ids) {
        if (readCache == null) {
            throw new IllegalStateException("a session that only reads can't lock a record");
        }
        return track(type, ids, runWrite(() -> session().findForUpdate(type, ids)));
    }

    /** Runs an insertion that was looked up before: a duplicate then is another transaction's, and a reason to run this one again. */
    <R> R retryingDuplicates(String type, Supplier<R> insertion) {
        retriedDuplicates.add(type);
        insertsAfterSearch = true;
        try {
            return insertion.get();
        } finally {
            insertsAfterSearch = false;
        }
    }

    /** Writes a batch about documents of a type, with checks of others. */
    void write(DocumentType type, List<Write> batch) {
        if (duplicates != null) {
            duplicates.noteWrites(type, batch);
        }
        for (Write write : batch) {
            DocumentKey key = DocumentKey.of(write);
            Long version = relied.get(key);
            if (version != null && !written.contains(key) && !write.holdsAt(version)) {
                throw markFailed(new ConflictException(List.of(), null));
            }
        }
        batch.stream()
                .filter(write -> !(write instanceof Write.Check))
                .map(DocumentKey::of)
                .forEach(written::add);
        batch.forEach(write -> notFound.remove(DocumentKey.of(write)));
        if (readCache != null) {
            batch.forEach(write -> readCache.evict(write.id()));
        }
        runWrite(() -> {
            session().write(batch);
            return batch;
        });
    }

    /** Stores computed values, and returns the ids of the documents that aren't there. */
    Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
        if (readCache != null) {
            rows.forEach(row -> readCache.evict(row.id()));
        }
        return rows.isEmpty() ? Set.of() : runWrite(() -> session().compute(type, fields, rows));
    }

    Set<String> append(String log, List<LogEntry> entries) {
        Set<String> leftOut = runWrite(() -> session().append(log, entries));
        entries.stream()
                .map(LogEntry::key)
                .filter(key -> !leftOut.contains(key))
                .findFirst()
                .ifPresent(key -> appended.put(log, key));
        return leftOut;
    }

    /** Returns the logs to which the transaction has appended, each with the key of one entry. */
    Map<String, String> appended() {
        return Map.copyOf(appended);
    }

    /** Removes entries of a log, and returns how many. */
    int prune(Pruning pruning) {
        return runWrite(() -> session().prune(pruning));
    }

    /** Replaces the content of entries of a log. */
    void redact(String log, List<Redaction> redactions) {
        if (!redactions.isEmpty()) {
            runWrite(() -> session().redact(log, redactions));
        }
    }

    private <R> R runWrite(Supplier<R> change) {
        try {
            return change.get();
        } catch (StorageException e) {
            throw markFailed(asFailure(e));
        }
    }

    private StorageException asFailure(StorageException e) {
        if (e instanceof ConflictException conflict) {
            return withoutLookedUp(conflict);
        }
        return e instanceof DuplicateKeyException duplicate ? asFailure(duplicate, insertsAfterSearch) : e;
    }

    private StorageException asFailure(DuplicateKeyException duplicate, boolean lookedUpBefore) {
        return lookedUpBefore || (duplicates != null && duplicates.allowsRetryOf(duplicate))
                ? new ConflictException(List.of(), duplicate)
                : duplicate;
    }

    /** Marks the transaction as one that can't succeed any more, for this reason. */
    <E extends RuntimeException> E markFailed(E reason) {
        if (failure == null) {
            failure = reason;
        }
        return reason;
    }

    /** Commits, or throws what has failed on the way. */
    void commit() {
        if (failure != null) {
            throw failure;
        }
        checkRelied();
        try {
            session.commit();
        } catch (ConflictException e) {
            throw withoutLookedUp(e);
        } catch (DuplicateKeyException e) {
            throw asFailure(e, retriedDuplicates.contains(e.type()));
        }
    }

    private void checkRelied() {
        List<Write> checks = new ArrayList<>();
        relied.forEach((document, version) -> {
            if (!written.contains(document)) {
                checks.add(new Write.Check(document.type(), document.id(), version));
            }
        });
        // in one order for all transactions, so that those which rely on the same records don't wait for each other
        checks.sort(Comparator.comparing(Write::type).thenComparing(Write::id));
        relied.clear();
        if (!checks.isEmpty()) {
            runWrite(() -> {
                session.write(checks);
                return checks;
            });
        }
    }

    /** Ends it: from now on nothing can be done here. */
    void end() {
        ended = true;
    }

    /** Notes that a document was looked up: a conflict over it is a reason to run the transaction again. */
    void relyOn(DocumentKey document) {
        lookedUp.putIfAbsent(document, 0L);
    }

    /** Returns the conflict without the documents that were only looked up. */
    private ConflictException withoutLookedUp(ConflictException conflict) {
        List<DocumentKey> stale = conflict.documents().stream()
                .filter(document -> !lookedUp.containsKey(document))
                .toList();
        return stale.size() == conflict.documents().size() ? conflict : new ConflictException(stale, conflict);
    }
}
