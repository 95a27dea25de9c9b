package dev.clientele.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Entity} is made of: handed to its constructor, of no further use to callers.
 *
 * @param <T> the entity's type
 */
public final class EntityState<T extends Entity<T>> {

    final EntityType<T> type;
    final @Nullable Id<T> id;
    final long version;
    final FieldMap<T> values;

    EntityState(EntityType<T> type, @Nullable Id<T> id, long version, FieldMap<T> values) {
        this.type = type;
        this.id = id;
        this.version = version;
        this.values = values;
    }
}
