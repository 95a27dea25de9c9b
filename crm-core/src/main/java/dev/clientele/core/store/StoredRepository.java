package dev.clientele.core.store;

import dev.clientele.core.change.Change;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        List<T> found = findAll(List.of(id));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public T get(Id<T> id) {
        return find(id).orElseThrow(() -> new NotFoundException(type.name(), id.value()));
    }

    @Override
    public List<T> findAll(Collection<Id<T>> ids) {
        List<UUID> uuids = ids.stream().map(Id::value).toList();
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
    public List<Change> history(Id<T> id) {
        return new StoredChangeFeed(scope)
                .historyOf(id.value()).stream()
                        .filter(change -> change.type().equals(type.name()))
                        .toList();
    }
}
