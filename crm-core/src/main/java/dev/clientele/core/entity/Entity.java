package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkState;

import dev.clientele.core.codec.EntityValues;
import dev.clientele.core.codec.FieldMap;
import dev.clientele.persistence.DocumentType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** Creates a record of its state; for concrete types. */
    protected Entity(EntityState<T> state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    /**
     * Returns the id.
     *
     * @throws IllegalStateException if the record is new and has none yet
     */
    public final Id<T> id() {
        if (state.id == null) {
            throw new IllegalStateException("a new " + state.type.name() + " has no id until it is added");
        }
        return state.id;
    }

    /** Returns the id, if it has one already. */
    public final Optional<Id<T>> findId() {
        return Optional.ofNullable(state.id);
    }

    /** Returns the number of times that it was stored: 0 for a new one. */
    public final long version() {
        return state.values.version();
    }

    /** Returns whether it has never been stored. */
    public final boolean isNew() {
        return state.values.version() == 0;
    }

    /**
     * Returns a copy with an id of the caller's choice, for records whose identity is made elsewhere.
     *
     * @throws IllegalStateException if it has been stored already
     */
    public final T withId(Id<T> id) {
        checkState(isNew(), "a stored %s keeps its id", state.type.name());
        return state.type.create(
                new EntityValues(Objects.requireNonNull(id, "id").value(), 0, values()));
    }

    /** Returns the declaration that made this record: of a new one that may be without the custom fields of the {@code Crm}. */
    public final EntityType<T> entityType() {
        return state.type;
    }

    final EntityState<T> state() {
        return state;
    }

    @Override
    final FieldMap values() {
        return state.values.fields();
    }

    @Override
    final T withValues(FieldMap values) {
        return state.with(values);
    }

    @Override
    final T changed(String field, FieldMap values) {
        return state.type.follow(field, state, state.with(values));
    }

    @Override
    final void encodeBuiltIn(Map<String, Object> into) {
        if (state.id != null) {
            into.put(DocumentType.ID, state.id.toString());
        }
    }

    @Override
    final EntityType<T> recordType() {
        return state.type;
    }

    /** Returns whether class, name of the type, id, version and all values are equal, but for those of computed fields. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Entity<?> that
                && getClass() == that.getClass()
                && state.type.name().equals(that.state().type.name())
                && Objects.equals(state.id, that.state().id)
                && state.values.version() == that.state().values.version()
                && values().equals(that.values());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(state.type.name(), state.id, state.values.version());
    }

    @Override
    public final String toString() {
        return state.type.name() + "[" + (state.id == null ? "new" : state.id + " v" + state.values.version()) + ": "
                + values() + "]";
    }
}
