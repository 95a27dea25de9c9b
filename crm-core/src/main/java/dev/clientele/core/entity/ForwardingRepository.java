package dev.clientele.core.entity;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A repository that hands everything on to another: the base of collections that can do more, such as accounts that know
 * their subsidiaries. As thread-safe as the repository behind it.
 *
 * @param <T> the record type
 */
public abstract class ForwardingRepository<T extends Entity<T>> implements Repository<T> {

    private final Repository<T> records;

    /** Creates a repository over another. */
    protected ForwardingRepository(Repository<T> records) {
        this.records = Objects.requireNonNull(records, "records");
    }

    /**
     * Checks records before they are added or saved in any way; does nothing unless overridden.
     *
     * @throws dev.clientele.core.error.InvalidException if one of them breaks a rule that its type can't know
     */
    protected void requireStorable(Collection<T> entities) {}

    @Override
    public EntityType<T> type() {
        return records.type();
    }

    @Override
    public T add(T entity) {
        requireStorable(List.of(entity));
        return records.add(entity);
    }

    @Override
    public List<T> addAll(Collection<T> entities) {
        requireStorable(entities);
        return records.addAll(entities);
    }

    @Override
    public T getOrAdd(T draft) {
        requireStorable(List.of(draft));
        return records.getOrAdd(draft);
    }

    @Override
    public List<T> getOrAddAll(Collection<T> drafts) {
        requireStorable(drafts);
        return records.getOrAddAll(drafts);
    }

    @Override
    public T getForUpdate(Id<T> id) {
        return records.getForUpdate(id);
    }

    @Override
    public T getForUpdate(T seen) {
        return records.getForUpdate(seen);
    }

    @Override
    public T save(T entity) {
        requireStorable(List.of(entity));
        return records.save(entity);
    }

    @Override
    public List<T> saveAll(Collection<T> entities) {
        requireStorable(entities);
        return records.saveAll(entities);
    }

    @Override
    public ComputeResult<T> compute(Collection<? extends Field<T, ?>> fields, Stream<ComputedRow<T>> rows) {
        return records.compute(fields, rows);
    }

    @Override
    public void remove(T entity) {
        records.remove(entity);
    }

    @Override
    public Optional<T> find(Id<T> id) {
        return records.find(id);
    }

    @Override
    public T get(Id<T> id) {
        return records.get(id);
    }

    @Override
    public List<T> findAll(Collection<Id<T>> ids) {
        return records.findAll(ids);
    }

    @Override
    public Selection<T> all() {
        return records.all();
    }

    @Override
    public Selection<T> query(Criteria criteria) {
        return records.query(criteria);
    }

    @Override
    public ChangeHistory history(Id<T> id) {
        return records.history(id);
    }

    @Override
    public ChangeHistory history(Id<T> id, long sinceVersion) {
        return records.history(id, sinceVersion);
    }

    @Override
    public Page<Change> historyPage(Id<T> id, int limit, @Nullable String next) {
        return records.historyPage(id, limit, next);
    }

    @Override
    public Map<Id<T>, List<Change>> histories(Collection<Id<T>> ids, Collection<? extends Field<T, ?>> fields) {
        return records.histories(ids, fields);
    }
}
