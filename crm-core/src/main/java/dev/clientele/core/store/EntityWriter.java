package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one type within one transaction: validates, checks rights, references and versions, and records each
 * change.
 */
final class EntityWriter<T extends Entity<T>> {

    private final SessionContext scope;
    private final UnitOfWork unit;
    private final EntityType<T> type;
    private final EntityCodec<T> codec;
    private final AccessCheck accessCheck;
    private final AccessCheck.WriteCheck writeCheck;
    private final Instant now;
    private final List<Write> writes = new ArrayList<>();
    private final List<LogEntry> changes = new ArrayList<>();
    private final List<RecordWrite<T>> judged = new ArrayList<>();

    EntityWriter(SessionContext scope, UnitOfWork unit, EntityType<T> type) {
        this.scope = scope;
        this.unit = unit;
        this.type = type;
        this.codec = EntityCodec.of(type);
        this.accessCheck = new AccessCheck(scope, type.name());
        this.writeCheck = accessCheck.writeCheck();
        this.now = scope.clock().instant();
    }

    List<T> add(List<T> entities) {
        List<T> drafts = withIds(entities);
        List<T> added = new ArrayList<>(drafts.size());
        for (T draft : drafts) {
            requireValid(type.validate(draft));
            Document document = codec.toDocument(draft);
            writeCheck.require(document);
            writes.add(new Write.Insert(document));
            record(Change.Action.ADDED, draft.id(), 1, changes(null, draft));
            judged.add(new RecordWrite<>(null, draft));
            added.add(codec.withStored(draft, null, 1));
        }
        new ReferentialIntegrityCheck(scope, unit).check(type, drafts, Map.of(), writes);
        new AcyclicReferenceCheck(unit).check(type, drafts, Map.of(), writes);
        flush();
        return added;
    }

    private void requireValid(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidException(type.name(), violations);
        }
    }

    private List<T> withIds(List<T> entities) {
        List<T> drafts = new ArrayList<>(entities.size());
        Set<UUID> chosen = new HashSet<>();
        for (T entity : entities) {
            if (!entity.isNew()) {
                throw new IllegalArgumentException("this " + type.name() + " is stored already: save it instead");
            } else if (entity.findId().isEmpty()) {
                drafts.add(codec.withStored(entity, scope.ids().next(), 0));
            } else if (chosen.add(entity.id().value())) {
                drafts.add(entity);
            } else {
                throw duplicateInBatch(entity);
            }
        }
        List<UUID> inUse = chosen.isEmpty()
                ? List.of()
                : unit.session().findAll(type.name(), chosen).stream()
                        .map(Document::id)
                        .toList();
        if (!inUse.isEmpty()) {
            throw unit.insertConflict(type.name(), inUse);
        }
        return drafts;
    }

    List<T> save(List<T> entities) {
        Map<UUID, Document> stored = readStored(entities);
        Map<Id<T>, T> before = new HashMap<>();
        List<T> changed = new ArrayList<>();
        List<T> saved = new ArrayList<>(entities.size());
        for (T given : entities) {
            Document was = Objects.requireNonNull(stored.get(given.id().value()));
            T old = codec.fromDocument(was);
            T entity = codec.withComputedOf(given, old);
            if (old.equals(entity) && isCurrentForm(was, entity)) {
                saved.add(entity);
                continue;
            }
            requireValid(type.validate(old, entity));
            Document document = codec.toDocument(entity);
            writeCheck.require(document);
            writes.add(new Write.Replace(document, was));
            record(Change.Action.SAVED, entity.id(), entity.version() + 1, changes(old, entity));
            judged.add(new RecordWrite<>(old, entity));
            before.put(entity.id(), old);
            changed.add(entity);
            saved.add(codec.withStored(entity, null, entity.version() + 1));
        }
        if (!changed.isEmpty()) {
            new ReferentialIntegrityCheck(scope, unit).check(type, changed, before, writes);
            new AcyclicReferenceCheck(unit).check(type, changed, before, writes);
            flush();
        }
        return saved;
    }

    /** Returns false for a record stored in an older form of its type, which saving it unchanged brings up to date. */
    private boolean isCurrentForm(Document stored, T entity) {
        if (!type.validate(entity).isEmpty()) {
            return true; // as it is it can't be stored anew, and nobody asks for a change
        }
        Document now = codec.toDocument(entity);
        return stored.fields().equals(now.fields()) && stored.body().equals(now.body());
    }

    void remove(T entity) {
        Document was = Objects.requireNonNull(
                readStored(List.of(entity)).get(entity.id().value()));
        T last = codec.fromDocument(was);
        ReferentialIntegrityCheck references = new ReferentialIntegrityCheck(scope, unit);
        references.requireUnreferenced(type.name(), entity.id().value());
        writes.add(new Write.Delete(type.name(), entity.id().value(), entity.version()));
        record(Change.Action.REMOVED, entity.id(), entity.version(), changes(last, null));
        judged.add(new RecordWrite<>(last, null));
        flush();
        references.requireStillUnreferenced(type.name(), entity.id().value());
    }

    /** Returns the records as they are stored, each at the version that the caller has seen and writable. */
    private Map<UUID, Document> readStored(List<T> entities) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (T entity : entities) {
            if (entity.isNew()) {
                throw new IllegalArgumentException("this " + type.name() + " isn't stored yet: add it instead");
            } else if (!ids.add(entity.id().value())) {
                throw duplicateInBatch(entity);
            }
        }
        Map<UUID, Document> found = new HashMap<>();
        for (T entity : entities) {
            Document seen = unit.findCached(type.name(), entity.id().value(), entity.version());
            if (seen != null) {
                found.put(seen.id(), seen);
                ids.remove(seen.id());
            }
        }
        if (!ids.isEmpty()) {
            unit.session().findAll(type.name(), ids).forEach(document -> found.put(document.id(), document));
        }
        Map<DocumentKey, Long> stale = new LinkedHashMap<>();
        for (T entity : entities) {
            @Nullable Document document = found.get(entity.id().value());
            if (document == null || document.version() != entity.version() || !accessCheck.canRead(document)) {
                stale.put(new DocumentKey(type.name(), entity.id().value()), entity.version());
            }
        }
        if (!stale.isEmpty()) {
            throw unit.staleConflict(stale, found.values());
        }
        found.values().forEach(writeCheck::require);
        return found;
    }

    private IllegalArgumentException duplicateInBatch(T entity) {
        return new IllegalArgumentException("the same " + type.name() + " is given twice: " + entity.id());
    }

    private Map<String, FieldChange> changes(@Nullable T before, @Nullable T after) {
        return type.isDerived() ? Map.of() : type.changes(before, after);
    }

    private void record(Change.Action action, Id<T> id, long version, Map<String, FieldChange> fields) {
        if (type.isDerived()) {
            return;
        }
        changes.add(ChangeLog.toEntry(new Change(
                scope.ids().next().toString(),
                type.name(),
                id.value(),
                action,
                scope.actor(),
                now,
                version,
                fields,
                null)));
    }

    private void flush() {
        List<RecordRule<T>> rules = judged.isEmpty() ? List.of() : scope.types().rules(type);
        SessionContext judge =
                rules.isEmpty() ? scope : scope.withUnitOfWork(unit).withoutPolicy();
        rules.forEach(rule -> rule.check(judge, Collections.unmodifiableList(judged)));
        unit.write(codec.documentType(), writes);
        if (!changes.isEmpty() && !unit.append(ChangeLog.TYPE.name(), changes).isEmpty()) {
            // Their keys are new UUIDs: if the log has one, ids repeat. No change may go unrecorded.
            throw unit.markFailed(new ConflictException(List.of(), null));
        }
        for (RecordRule<T> rule : rules) {
            if (rule.isAskedAgain()) {
                askAgain(rule, judge);
            }
        }
    }

    private void askAgain(RecordRule<T> rule, SessionContext judge) {
        try {
            rule.check(judge, Collections.unmodifiableList(judged));
        } catch (RuntimeException e) {
            throw unit.markFailed(e); // it is written already: the whole transaction has to go
        }
    }
}
