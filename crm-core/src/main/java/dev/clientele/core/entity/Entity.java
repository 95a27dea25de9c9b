package dev.clientele.core.entity;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A record with an identity: an account, an opportunity, a person, a vendor's own. Immutable and thread-safe.
 *
 * <p>A concrete type is a final class with a private constructor that takes an {@link EntityState}, its fields as constants
 * and an {@link EntityType} that declares them; see the package's tour. A new record has no id and version 0 until it is
 * added to a {@link Repository}. {@code toString} masks personal data.
 *
 * @param <T> the concrete type itself
 */
public abstract class Entity<T extends Entity<T>> extends TypedRecord<T> {

    private final EntityState<T> state;

    /** For concrete types. */
    protected Entity(EntityState<T> state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /**
     * The id.
     *
     * @throws IllegalStateException if the record is new and has none yet
     */
    public final Id<T> id() {
        if (state.id == null) {
            throw new IllegalStateException("a new " + state.type.name() + " has no id until it is added");
        }
        return state.id;
    }

    /** The id, if it has one already. */
    public final Optional<Id<T>> findId() {
        return Optional.ofNullable(state.id);
    }

    /** 0 if it has never been stored, else how often. */
    public final long version() {
        return state.version;
    }

    /** Whether it has never been stored. */
    public final boolean isNew() {
        return state.version == 0;
    }

    /**
     * A copy with an id of the caller's choice, for records whose identity is made elsewhere.
     *
     * @throws IllegalStateException if it has been stored already
     */
    public final T withId(Id<T> id) {
        if (!isNew()) {
            throw new IllegalStateException("a stored " + state.type.name() + " keeps its id");
        }
        return state.type.create(new EntityState<>(state.type, Objects.requireNonNull(id, "id"), 0, state.values));
    }

    /** Returns the declaration that made this record: of a new one that may be without the custom fields of the {@code Crm}. */
    public final EntityType<T> entityType() {
        return state.type;
    }

    final EntityState<T> state() {
        return state;
    }

    @Override
    final FieldMap<T> values() {
        return state.values;
    }

    @Override
    final T withValues(FieldMap<T> values) {
        return state.type.create(new EntityState<>(state.type, state.id, state.version, values));
    }

    @Override
    final void encodeBuiltIn(Map<String, Object> into) {
        if (state.id != null) {
            into.put(DocumentType.ID, state.id.toString());
        }
    }

    @Override
    final Set<String> columnNames() {
        return state.type.columnNames();
    }

    @Override
    final Criteria checkCriteria(Criteria criteria) {
        return state.type.checkCriteria(criteria);
    }

    /** Equal if class, name of the type, id, version and all values are. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Entity<?> that
                && getClass() == that.getClass()
                && state.type.name().equals(that.state().type.name())
                && Objects.equals(state.id, that.state().id)
                && state.version == that.state().version
                && state.values.equals(that.state().values);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(state.type.name(), state.id, state.version);
    }

    @Override
    public final String toString() {
        return state.type.name() + "[" + (state.id == null ? "new" : state.id + " v" + state.version) + ": "
                + state.values + "]";
    }
}
