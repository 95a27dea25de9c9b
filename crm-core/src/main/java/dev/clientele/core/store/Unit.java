package dev.clientele.core.store;

import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction: the session, which documents it only relies on, and whether it can still succeed. Not thread-safe.
 *
 * <p>A conflict over documents that were looked up by id within the transaction, by the library (the target of a reference,
 * say) or by the work itself, isn't a stale decision of the caller's: the transaction is simply run again and looks anew. If
 * the caller's own record was stale, that shows in the next run, before anything is written.
 *
 * <p>A transaction of which a write has failed, or a step that was to be done as a whole, can't be committed any more, even
 * if the work catches the exception.
 */
public final class Unit {

    private final StorageSession session;
    private final Set<UUID> reliedOn = new HashSet<>();
    private final Set<Place> missed = new HashSet<>();
    private final @Nullable Seen seen;
    private @Nullable RuntimeException failure;
    private boolean ended;

    /** Where a document may stand. */
    private record Place(String type, UUID id) {}

    private Unit(StorageSession session, @Nullable Seen seen) {
        this.session = session;
        this.seen = seen;
    }

    static Unit reading(StorageSession session) {
        return new Unit(session, null);
    }

    static Unit writing(StorageSession session) {
        return new Unit(session, new Seen());
    }

    /** For reading. */
    StorageSession session() {
        if (ended) {
            throw new IllegalStateException("this session belongs to a transaction that has ended");
        } else if (failure != null) {
            throw new IllegalStateException("this transaction has failed and can only be left", failure);
        }
        return session;
    }

    /** Looks documents up by id, and notes that the transaction relies on what it finds. */
    List<Document> lookUp(String type, List<UUID> ids) {
        reliedOn.addAll(ids);
        List<Document> found = session().findAll(type, ids);
        ids.forEach(id -> missed.add(new Place(type, id)));
        found.forEach(document -> missed.remove(new Place(type, document.id())));
        found.forEach(this::noted);
        return found;
    }

    /** Notes a document that the transaction has read. */
    Document noted(Document document) {
        if (seen != null) {
            seen.add(document);
        }
        return document;
    }

    /** A document that was read before at this version, and not written since. */
    @Nullable
    Document seen(String type, UUID id, long version) {
        return seen == null ? null : seen.find(type, id, version);
    }

    /**
     * Why documents of these ids, which are there, can't be added: another transaction got in between if this one has looked
     * and found none of them, and the caller is wrong otherwise.
     */
    RuntimeException taken(String type, List<UUID> ids) {
        return ids.stream().allMatch(id -> missed.contains(new Place(type, id)))
                ? failed(new ConflictException(List.of(), null))
                : new StaleVersionException(ids, null);
    }

    void write(List<Write> batch) {
        batch.forEach(write -> missed.remove(new Place(write.type(), write.id())));
        if (seen != null) {
            batch.forEach(seen::forget);
        }
        changing(() -> {
            session().write(batch);
            return batch;
        });
    }

    Set<String> append(String log, List<LogEntry> entries) {
        return changing(() -> session().append(log, entries));
    }

    private <R> R changing(Supplier<R> change) {
        try {
            return change.get();
        } catch (StorageException e) {
            throw failed(e instanceof ConflictException conflict ? judged(conflict) : e);
        }
    }

    /** Notes that the transaction can't succeed any more, for this reason. */
    <E extends RuntimeException> E failed(E reason) {
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
        try {
            session.commit();
        } catch (ConflictException e) {
            throw judged(e);
        }
    }

    /** From now on nothing can be done here. */
    void end() {
        ended = true;
    }

    void relyOn(UUID id) {
        reliedOn.add(id);
    }

    /** The conflict without the documents that were only relied on. */
    private ConflictException judged(ConflictException conflict) {
        List<UUID> stale =
                conflict.ids().stream().filter(id -> !reliedOn.contains(id)).toList();
        return stale.size() == conflict.ids().size() ? conflict : new ConflictException(stale, conflict);
    }
}
