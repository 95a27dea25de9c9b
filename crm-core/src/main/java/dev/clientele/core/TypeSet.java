package dev.clientele.core;

import com.google.common.collect.ImmutableList;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EventType;
import java.util.List;

/**
 * Types that belong together, such as all of those for selling to businesses, with the rules over their writes and what follows
 * their merges.
 *
 * @param entities record types
 * @param events event types
 * @param rules the rules, each for one of the record types
 * @param followers what follows merges, each of one of the record types
 */
public record TypeSet(
        List<EntityType<?>> entities,
        List<EventType<?>> events,
        List<TypeRule<?>> rules,
        List<TypeFollower<?>> followers) {

    /**
     * A rule with the type that it is for, extensions included.
     *
     * @param type the record type
     * @param rule the rule
     */
    public record TypeRule<T extends Entity<T>>(EntityType<T> type, WriteRule<T> rule) {}

    /**
     * A follower of merges with the type that it is for, extensions included.
     *
     * @param type the record type
     * @param follower the follower
     */
    public record TypeFollower<T extends Entity<T>>(EntityType<T> type, MergeFollower<T> follower) {}

    /** Copies the lists. */
    public TypeSet {
        entities = List.copyOf(entities);
        events = List.copyOf(events);
        rules = List.copyOf(rules);
        followers = List.copyOf(followers);
    }

    /** Returns these record types. */
    public static TypeSet of(EntityType<?>... types) {
        return new TypeSet(List.of(types), List.of(), List.of(), List.of());
    }

    /** Returns these and an event type. */
    public TypeSet with(EventType<?> type) {
        return new TypeSet(entities, with(events, type), rules, followers);
    }

    /** Returns these with one more rule, asked after those that are there already. */
    public <T extends Entity<T>> TypeSet with(EntityType<T> type, WriteRule<T> rule) {
        return new TypeSet(entities, events, with(rules, new TypeRule<>(type, rule)), followers);
    }

    /** Returns these with one more follower of merges, told after those that are there already. */
    public <T extends Entity<T>> TypeSet with(EntityType<T> type, MergeFollower<T> follower) {
        return new TypeSet(entities, events, rules, with(followers, new TypeFollower<>(type, follower)));
    }

    private static <E> List<E> with(List<E> some, E more) {
        return ImmutableList.<E>builder().addAll(some).add(more).build();
    }
}
