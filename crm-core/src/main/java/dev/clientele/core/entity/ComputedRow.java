package dev.clientele.core.entity;

import dev.clientele.core.codec.FieldMap;
import dev.clientele.core.error.InvalidException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of computed fields of one record, for {@link Repository#compute}. Begun by {@link EntityType#computed}; immutable and
 * thread-safe. {@code toString} masks personal data.
 *
 * @param <T> the record type
 */
public final class ComputedRow<T extends Entity<T>> {

    private final EntityType<T> type;
    private final Id<T> id;
    private final FieldMap values;

    ComputedRow(EntityType<T> type, Id<T> id, FieldMap values) {
        this.type = type;
        this.id = Objects.requireNonNull(id, "id");
        this.values = values;
    }

    /** Returns the record's id. */
    public Id<T> id() {
        return id;
    }

    /** Returns the declaration that the row was begun with. */
    public EntityType<T> type() {
        return type;
    }

    /**
     * Returns a copy with this value; null takes the value away.
     *
     * @throws InvalidException if the value isn't allowed, or the field isn't a computed one of the type
     */
    @SuppressWarnings("ReferenceEquality") // another field of the same name is another field
    public <V> ComputedRow<T> with(Field<T, V> field, @Nullable V value) {
        if (!field.hasTrait(Trait.COMPUTED) || type.find(field.name()) != field) {
            throw InvalidException.of(type.name(), field.name(), "is not a computed field of " + type.name());
        }
        return new ComputedRow<>(type, id, values.withComputed(field.codec(), value));
    }

    /** Returns the value of a field, or null if the row has none. */
    public <V> @Nullable V get(Field<T, V> field) {
        return values.get(field.codec());
    }

    /** Returns the column values by column name. */
    public Map<String, Object> columns() {
        Map<String, Object> columns = new TreeMap<>();
        values.encode(columns);
        return columns;
    }

    @Override
    public String toString() {
        return "computed " + type.name() + "[" + id + ": " + values + "]";
    }
}
