package dev.clientele.core.codec;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of an entity: identity, version and values.
 *
 * @param id its id, or null as long as it has none
 * @param version 0 until it is stored
 * @param fields its values
 */
public record EntityValues(@Nullable UUID id, long version, FieldMap fields) {

    /** Returns a copy with these values. */
    public EntityValues with(FieldMap changed) {
        return new EntityValues(id, version, changed);
    }
}
