package dev.clientele.core.entity;

import dev.clientele.core.codec.EntityValues;
import dev.clientele.core.codec.FieldMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of an {@link Entity}: handed to its constructor, of no further use to callers.
 *
 * @param <T> the entity's type
 */
public final class EntityState<T extends Entity<T>> {

    final EntityType<T> type;
    final @Nullable Id<T> id;
    final EntityValues values;

    EntityState(EntityType<T> type, EntityValues values) {
        this.type = type;
        this.id = values.id() == null ? null : Id.of(values.id());
        this.values = values;
    }

    /** Creates the entity. */
    T entity() {
        return type.create(values);
    }

    /** Creates the entity with these values instead. */
    T with(FieldMap fields) {
        return type.create(values.with(fields));
    }
}
