package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.ComputeResult;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type in storage.
 *
 * @param <T> the record type
 */
public final class StoredRepository<T extends Entity<T>> implements Repository<T> {

    private final SessionContext scope;
    private final EntityType<T> type;
    private final EntityCodec<T> codec;

    /** Creates the repository of a type as registered, custom fields included. */
    public StoredRepository(SessionContext scope, EntityType<T> type) {
        this.scope = scope;
        this.type = scope.types().getRegistered(type);
        this.codec = EntityCodec.of(this.type);
    }

    @Override
    public EntityType<T> type() {
        return type;
    }

    @Override
    public T add(T entity) {
        return addAll(List.of(entity)).get(0);
    }

    @Override
    public List<T> addAll(Collection<T> entities) {
        List<T> given = List.copyOf(entities); // the work may be run again
        return given.isEmpty()
                ? List.of()
                : scope.write(unit -> List.copyOf(writer(unit).add(given)));
    }

    @Override
    public T getOrAdd(T draft) {
        return getOrAddAll(List.of(draft)).get(0);
    }

    @Override
    public List<T> getOrAddAll(Collection<T> drafts) {
        List<T> given = List.copyOf(drafts);
        return given.isEmpty() ? List.of() : scope.write(unit -> List.copyOf(getOrAddAll(unit, given)));
    }

    private List<T> getOrAddAll(UnitOfWork unit, List<T> drafts) {
        UniqueMatch<T> match = new UniqueMatch<>(scope, unit, type);
        List<List<UniqueMatch.Identity>> identities =
                drafts.stream().map(match::identities).toList();
        Map<UniqueMatch.Identity, T> found =
                match.find(identities.stream().flatMap(List::stream).toList());
        List<T> missing = new ArrayList<>();
        Map<UniqueMatch.Identity, Integer> places = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            List<UniqueMatch.Identity> own = identities.get(i);
            if (own.stream().noneMatch(found::containsKey) && own.stream().noneMatch(places::containsKey)) {
                own.forEach(identity -> places.put(identity, missing.size()));
                missing.add(drafts.get(i));
            }
        }
        List<T> added = missing.isEmpty()
                ? List.of()
                : unit.retryingDuplicates(type.name(), () -> writer(unit).add(missing));
        return identities.stream()
                .map(own -> own.stream()
                        .filter(identity -> found.containsKey(identity) || places.containsKey(identity))
                        .findFirst()
                        .map(identity -> found.containsKey(identity)
                                ? Objects.requireNonNull(found.get(identity))
                                : added.get(Objects.requireNonNull(places.get(identity))))
                        .orElseThrow())
                .toList();
    }

    @Override
    public T getForUpdate(Id<T> id) {
        UnitOfWork unit = requireUnit();
        AccessCheck guard = new AccessCheck(scope, type.name());
        return StorageExceptionTranslator.runTranslated(() -> unit.findForUpdate(type.name(), List.of(id.value())))
                .stream()
                .filter(guard::canRead)
                .findFirst()
                .map(codec::fromDocument)
                .orElseThrow(() -> unit.missing(type.name(), id.value()));
    }

    @Override
    public T getForUpdate(T seen) {
        if (seen.isNew()) {
            throw new IllegalArgumentException("this " + type.name() + " isn't stored yet");
        }
        UnitOfWork unit = requireUnit();
        List<UUID> ids = List.of(seen.id().value());
        unit.findCached(type.name(), ids.get(0), seen.version()); // what the work has read itself can't be stale
        return StorageExceptionTranslator.runTranslated(
                () -> codec.fromDocument(atVersion(unit, seen, unit.findForUpdate(type.name(), ids))));
    }

    private Document atVersion(UnitOfWork unit, T seen, List<Document> stored) {
        AccessCheck guard = new AccessCheck(scope, type.name());
        return stored.stream()
                .filter(document -> guard.canRead(document) && document.version() == seen.version())
                .findFirst()
                .orElseThrow(() -> unit.staleConflict(
                        Map.of(new DocumentKey(type.name(), seen.id().value()), seen.version()), stored));
    }

    /** Relies on a record until the transaction commits; see {@link SessionContext#rely}. */
    T rely(T record) {
        if (record.isNew()) {
            throw new IllegalArgumentException("this " + type.name() + " isn't stored yet");
        }
        UnitOfWork unit = requireUnit();
        UUID id = record.id().value();
        Document stored = unit.findCached(type.name(), id, record.version());
        if (stored == null) {
            stored = atVersion(unit, record, unit.findAndTrack(type.name(), List.of(id)));
        }
        unit.rely(DocumentKey.of(stored), stored.version());
        return codec.fromDocument(stored);
    }

    private UnitOfWork requireUnit() {
        UnitOfWork unit = scope.currentUnit();
        if (unit == null) {
            throw new IllegalStateException("only a transaction can lock a record or rely on one");
        }
        return unit;
    }

    @Override
    public T save(T entity) {
        return saveAll(List.of(entity)).get(0);
    }

    @Override
    public List<T> saveAll(Collection<T> entities) {
        List<T> given = List.copyOf(entities);
        return given.isEmpty()
                ? List.of()
                : scope.write(unit -> List.copyOf(writer(unit).save(given)));
    }

    @Override
    public ComputeResult<T> compute(Collection<? extends Field<T, ?>> fields, Stream<ComputedRow<T>> rows) {
        return new ComputedWriter<>(scope, type, fields).write(rows);
    }

    @Override
    public void remove(T entity) {
        scope.write(unit -> {
            writer(unit).remove(entity);
            return true;
        });
    }

    private EntityWriter<T> writer(UnitOfWork unit) {
        return new EntityWriter<>(scope, unit, type);
    }

    @Override
    public Optional<T> find(Id<T> id) {
        List<T> found = findByIds(List.of(id.value()));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public T get(Id<T> id) {
        return find(id).orElseThrow(() -> new NotFoundException(type.name(), id.value()));
    }

    @Override
    public List<T> findAll(Collection<Id<T>> ids) {
        return findByIds(ids.stream().map(Id::value).toList());
    }

    private List<T> findByIds(List<UUID> uuids) {
        AccessCheck guard = new AccessCheck(scope, type.name());
        return scope.readAutoCommit(unit -> {
            List<T> found = new ArrayList<>(uuids.size());
            for (Document document : unit.findAndTrack(type.name(), uuids)) {
                if (guard.canRead(document)) {
                    found.add(codec.fromDocument(document));
                }
            }
            return Collections.unmodifiableList(found);
        });
    }

    @Override
    public Selection<T> all() {
        return query(Criteria.always());
    }

    @Override
    public Selection<T> query(Criteria criteria) {
        return new StoredSelection<>(scope, type, criteria, List.of());
    }

    @Override
    public ChangeHistory history(Id<T> id) {
        return history(id, 1);
    }

    @Override
    public ChangeHistory history(Id<T> id, long sinceVersion) {
        return new StoredChangeFeed(scope).history(type.name(), id.value(), sinceVersion);
    }

    @Override
    public Page<Change> historyPage(Id<T> id, int limit, @Nullable String next) {
        return new StoredChangeFeed(scope).history(type.name(), id.value(), limit, next);
    }

    @Override
    public Map<Id<T>, List<Change>> histories(Collection<Id<T>> ids, Collection<? extends Field<T, ?>> fields) {
        Map<Id<T>, List<Change>> histories = new LinkedHashMap<>();
        new StoredChangeFeed(scope)
                .historiesOf(
                        ids.stream().map(Id::value).toList(),
                        fields.stream().map(Field::name).collect(Collectors.toSet()))
                .forEach((id, changes) -> {
                    List<Change> own = changes.stream()
                            .filter(change -> change.type().equals(type.name()))
                            .toList();
                    if (!own.isEmpty()) {
                        histories.put(Id.of(id), own);
                    }
                });
        return histories;
    }
}
