package dev.clientele.core.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * Types that belong together, such as all of those for selling to businesses.
 *
 * @param entities record types
 * @param events event types
 */
public record TypeSet(List<EntityType<?>> entities, List<EventType<?>> events) {

    /** Copies the lists. */
    public TypeSet {
        entities = List.copyOf(entities);
        events = List.copyOf(events);
    }

    /** Returns these record types. */
    public static TypeSet of(EntityType<?>... types) {
        return new TypeSet(List.of(types), List.of());
    }

    /** Returns these and an event type. */
    public TypeSet with(EventType<?> type) {
        List<EventType<?>> more = new ArrayList<>(events);
        more.add(type);
        return new TypeSet(entities, more);
    }
}
