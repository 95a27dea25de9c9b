package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.error.Violation;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one type within one transaction: validates, checks rights, references and versions, and records each
 * change.
 */
final class EntityWriter<T extends Entity<T>> {

    private final Scope scope;
    private final Unit unit;
    private final EntityType<T> type;
    private final Guard guard;
    private final Instant now;
    private final List<Write> writes = new ArrayList<>();
    private final List<LogEntry> changes = new ArrayList<>();

    EntityWriter(Scope scope, Unit unit, EntityType<T> type) {
        this.scope = scope;
        this.unit = unit;
        this.type = type;
        this.guard = new Guard(scope, type.name());
        this.now = scope.clock().instant();
    }

    List<T> add(Collection<T> entities) {
        List<T> drafts = new ArrayList<>(entities.size());
        for (T entity : entities) {
            if (!entity.isNew()) {
                throw new IllegalArgumentException("this " + type.name() + " is stored already: save it instead");
            }
            drafts.add(
                    entity.findId().isPresent()
                            ? entity
                            : type.stored(entity, Id.of(scope.ids().next()), 0));
        }
        List<T> added = new ArrayList<>(drafts.size());
        for (T draft : drafts) {
            Document document = type.toDocument(draft);
            guard.requireWritable(document);
            writes.add(new Write.Insert(document));
            record(Change.Action.ADDED, draft.id(), 1, changes(null, draft));
            added.add(type.stored(draft, null, 1));
        }
        new References(scope, unit).check(type, drafts, Map.of(), writes);
        new Lineage(unit).check(type, drafts, Map.of(), writes);
        flush();
        return added;
    }

    List<T> save(List<T> entities) {
        Map<Id<T>, T> before = stored(entities);
        List<T> changed = new ArrayList<>();
        List<T> saved = new ArrayList<>(entities.size());
        for (T entity : entities) {
            T old = Objects.requireNonNull(before.get(entity.id()));
            if (old.equals(entity)) {
                saved.add(entity);
                continue;
            }
            List<Violation> violations = type.violations(old, entity);
            if (!violations.isEmpty()) {
                throw new InvalidException(type.name(), violations);
            }
            Document document = type.toDocument(entity);
            guard.requireWritable(document);
            writes.add(new Write.Replace(document));
            record(Change.Action.SAVED, entity.id(), entity.version() + 1, changes(old, entity));
            changed.add(entity);
            saved.add(type.stored(entity, null, entity.version() + 1));
        }
        if (!changed.isEmpty()) {
            new References(scope, unit).check(type, changed, before, writes);
            new Lineage(unit).check(type, changed, before, writes);
            flush();
        }
        return saved;
    }

    void remove(T entity) {
        stored(List.of(entity));
        new References(scope, unit).requireUnreferenced(type.name(), entity.id().value());
        writes.add(new Write.Delete(type.name(), entity.id().value(), entity.version()));
        record(Change.Action.REMOVED, entity.id(), entity.version(), changes(entity, null));
        flush();
    }

    /** The records as they are stored, each at the version that the caller has seen. */
    private Map<Id<T>, T> stored(List<T> entities) {
        List<UUID> ids = new ArrayList<>(entities.size());
        for (T entity : entities) {
            if (entity.isNew()) {
                throw new IllegalArgumentException("this " + type.name() + " isn't stored yet: add it instead");
            }
            ids.add(entity.id().value());
        }
        Map<UUID, Document> found = new HashMap<>();
        unit.session().findAll(type.name(), ids).forEach(document -> found.put(document.id(), document));
        Map<Id<T>, T> before = new HashMap<>();
        List<UUID> stale = new ArrayList<>();
        for (T entity : entities) {
            @Nullable Document document = found.get(entity.id().value());
            if (document == null || document.version() != entity.version() || !guard.maySee(document)) {
                stale.add(entity.id().value());
            } else {
                guard.requireWritable(document);
                before.put(entity.id(), type.fromDocument(document));
            }
        }
        if (!stale.isEmpty()) {
            throw new StaleVersionException(stale, null);
        }
        return before;
    }

    private Map<String, FieldChange> changes(@Nullable T before, @Nullable T after) {
        return type.isDerived() ? Map.of() : type.changes(before, after);
    }

    private void record(Change.Action action, Id<T> id, long version, Map<String, FieldChange> fields) {
        if (type.isDerived()) {
            return;
        }
        changes.add(ChangeLog.entry(new Change(
                scope.ids().next().toString(),
                type.name(),
                Objects.requireNonNull(id).value(),
                action,
                scope.actor(),
                now,
                version,
                fields,
                null)));
    }

    private void flush() {
        unit.session().write(writes);
        if (!changes.isEmpty()) {
            unit.session().append(ChangeLog.TYPE.name(), changes);
        }
    }
}
