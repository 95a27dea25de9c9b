package dev.clientele.core.store;

import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction: the session, which documents it only relies on, and whether it can still succeed. Not thread-safe.
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
    private final Set<UUID> reliedOn = new HashSet<>();
    private final Set<DocumentKey> notFound = new HashSet<>();
    private final @Nullable ReadCache readCache;
    private final Map<DocumentKey, Long> relied = new LinkedHashMap<>();
    private final Set<DocumentKey> written = new HashSet<>();
    private boolean retriesDuplicates;
    private @Nullable RuntimeException failure;
    private boolean ended;

    private UnitOfWork(StorageSession session, @Nullable ReadCache seen) {
        this.session = session;
        this.readCache = seen;
    }

    static UnitOfWork forReading(StorageSession session) {
        return new UnitOfWork(session, null);
    }

    static UnitOfWork forWriting(StorageSession session) {
        return new UnitOfWork(session, new ReadCache());
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

    /** Finds documents by id, and notes that the transaction relies on what it finds. */
    List<Document> findAndTrack(String type, List<UUID> ids) {
        reliedOn.addAll(ids);
        List<Document> found = session().findAll(type, ids);
        ids.forEach(id -> notFound.add(new DocumentKey(type, id)));
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
        return readCache == null ? null : readCache.find(type, id, version);
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
        reliedOn.add(document.id());
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
        reliedOn.addAll(ids);
        List<Document> found = runWrite(() -> session().findForUpdate(type, ids));
        found.forEach(this::addToCache);
        return found;
    }

    /** Runs an insertion that was looked up before: a duplicate then is another transaction's, and a reason to run this one again. */
    <R> R retryingDuplicates(Supplier<R> insertion) {
        retriesDuplicates = true;
        try {
            return insertion.get();
        } catch (DuplicateKeyException e) {
            throw markFailed(new ConflictException(List.of(), e));
        }
    }

    void write(List<Write> batch) {
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
        return runWrite(() -> session().append(log, entries));
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
            throw markFailed(e instanceof ConflictException conflict ? withoutReliedOn(conflict) : e);
        }
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
            throw withoutReliedOn(e);
        } catch (DuplicateKeyException e) {
            throw retriesDuplicates ? new ConflictException(List.of(), e) : e;
        }
    }

    private void checkRelied() {
        List<Write> checks = new ArrayList<>();
        relied.forEach((document, version) -> {
            if (!written.contains(document)) {
                checks.add(new Write.Check(document.type(), document.id(), version));
            }
        });
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

    void relyOn(UUID id) {
        reliedOn.add(id);
    }

    /** Returns the conflict without the documents that were only relied on. */
    private ConflictException withoutReliedOn(ConflictException conflict) {
        List<DocumentKey> stale = conflict.documents().stream()
                .filter(document -> !reliedOn.contains(document.id()))
                .toList();
        return stale.size() == conflict.documents().size() ? conflict : new ConflictException(stale, conflict);
    }
}
