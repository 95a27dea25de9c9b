package dev.clientele.core;

import com.google.common.collect.ImmutableList;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EventType;
import java.util.List;

/**
 * Types that belong together, such as all of those for selling to businesses, with the rules over their writes.
 *
 * @param entities record types
 * @param events event types
 * @param rules the rules, each for one of the record types
 */
public record TypeSet(List<EntityType<?>> entities, List<EventType<?>> events, List<TypeRule<?>> rules) {

    /**
     * A rule with the type that it is for, extensions included.
     *
     * @param type the record type
     * @param rule the rule
     */
    public record TypeRule<T extends Entity<T>>(EntityType<T> type, WriteRule<T> rule) {}

    /** Copies the lists. */
    public TypeSet {
        entities = List.copyOf(entities);
        events = List.copyOf(events);
        rules = List.copyOf(rules);
    }

    /** Returns these record types. */
    public static TypeSet of(EntityType<?>... types) {
        return new TypeSet(List.of(types), List.of(), List.of());
    }

    /** Returns these and an event type. */
    public TypeSet with(EventType<?> type) {
        return new TypeSet(
                entities,
                ImmutableList.<EventType<?>>builder().addAll(events).add(type).build(),
                rules);
    }

    /** Returns these with one more rule, asked after those that are there already. */
    public <T extends Entity<T>> TypeSet with(EntityType<T> type, WriteRule<T> rule) {
        return new TypeSet(
                entities,
                events,
                ImmutableList.<TypeRule<?>>builder()
                        .addAll(rules)
                        .add(new TypeRule<>(type, rule))
                        .build());
    }
}
