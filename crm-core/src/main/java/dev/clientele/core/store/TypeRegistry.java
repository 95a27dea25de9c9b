package dev.clientele.core.store;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.NewerRecords;
import dev.clientele.core.entity.RecordType;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that a {@code Crm} knows, by name. Immutable and thread-safe. */
public final class TypeRegistry {

    private final ImmutableMap<String, EntityType<?>> entities;
    private final ImmutableMap<String, EventType<?>> events;
    private final ImmutableListMultimap<String, RecordRule<?>> rules;
    private final ImmutableListMultimap<String, MergeHook<?>> mergeHooks;
    private final Schema schema;

    /**
     * Creates a registry. Of the types given under one name, all of them extensions of one, takes the one that extends the others, or
     * combines them.
     *
     * @param rules the rules over writes by the name of the record type
     * @param mergeHooks those who are told of merges by the name of the record type
     * @param newerRecords what is done with what a newer version of a type has stored
     * @throws dev.clientele.core.entity.ExtensionClashException if two extensions give different things one name
     * @throws IllegalArgumentException if two of one name have nothing to do with each other, if a name is the library's own,
     *     if a reference leads to a type that isn't given, or if types are identities of each other
     */
    public TypeRegistry(
            Collection<EntityType<?>> entities,
            Collection<EventType<?>> events,
            ImmutableListMultimap<String, RecordRule<?>> rules,
            ImmutableListMultimap<String, MergeHook<?>> mergeHooks,
            NewerRecords newerRecords) {
        boolean refusesNewer = newerRecords == NewerRecords.REFUSE;
        this.entities = byName(entities, TypeRegistry::combine, refusesNewer ? TypeRegistry::refusing : type -> type);
        this.events = byName(events, TypeRegistry::combine, refusesNewer ? TypeRegistry::refusing : type -> type);
        this.rules = rules;
        this.mergeHooks = mergeHooks;
        requireDistinctNames();
        requireTargets();
        this.entities.values().forEach(this::requireNoCircle);
        this.schema = createSchema();
    }

    private static <R extends RecordType<?>> ImmutableMap<String, R> byName(
            Collection<R> types, BinaryOperator<R> combine, UnaryOperator<R> finish) {
        Map<String, R> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.merge(type.name(), type, (one, other) -> mostExtended(one, other, combine)));
        return byName.values().stream().map(finish).collect(toImmutableMap(RecordType::name, type -> type));
    }

    private static EntityType<?> refusing(EntityType<?> type) {
        return type.extend().newerRecords(NewerRecords.REFUSE).build();
    }

    private static EventType<?> refusing(EventType<?> type) {
        return type.extend().newerRecords(NewerRecords.REFUSE).build();
    }

    private static <R extends RecordType<?>> R mostExtended(R one, R other, BinaryOperator<R> combine) {
        if (other.isExtensionOf(one)) {
            return other;
        }
        return one.isExtensionOf(other) ? one : combine.apply(one, other);
    }

    @SuppressWarnings("unchecked") // what isn't of one record class is refused
    private static <T extends Entity<T>> EntityType<?> combine(EntityType<?> one, EntityType<?> other) {
        return ((EntityType<T>) one).combine((EntityType<T>) other);
    }

    @SuppressWarnings("unchecked") // as above
    private static <T extends Event<T>> EventType<?> combine(EventType<?> one, EventType<?> other) {
        return ((EventType<T>) one).combine((EventType<T>) other);
    }

    private void requireDistinctNames() {
        Set<String> taken =
                new HashSet<>(Set.of(ListenerPosition.TYPE.name(), ParkedEntries.TYPE.name(), ChangeLog.TYPE.name()));
        for (Set<String> names : List.of(entities.keySet(), events.keySet())) {
            for (String name : names) {
                if (!taken.add(name)) {
                    throw new IllegalArgumentException("the type name " + name
                            + " is the library's own, or given to a record type and an event type");
                }
            }
        }
    }

    private void requireTargets() {
        for (EntityType<?> type : entities.values()) {
            for (ReferenceField<?, ?> reference : type.references()) {
                if (!entities.containsKey(reference.target())) {
                    throw new IllegalArgumentException(type.name() + "." + reference.name() + " refers to the type "
                            + reference.target() + ", which isn't given");
                }
            }
        }
    }

    private void requireNoCircle(EntityType<?> type) {
        Set<String> seen = new LinkedHashSet<>();
        Optional<? extends ReferenceField<?, ?>> next = type.identityReference();
        while (next.isPresent()) {
            if (!seen.add(next.get().target())) {
                throw new IllegalArgumentException(
                        "the types " + seen + " are declared to be identities of each other");
            }
            next = Objects.requireNonNull(entities.get(next.get().target())).identityReference();
        }
    }

    private Schema createSchema() {
        List<DocumentType> documents = new ArrayList<>();
        entities.values().forEach(type -> documents.add(EntityCodec.of(type).documentType()));
        documents.add(ListenerPosition.TYPE);
        documents.add(ParkedEntries.TYPE);
        List<LogType> logs = new ArrayList<>();
        events.values().forEach(type -> logs.add(EventCodec.of(type).logType()));
        logs.add(ChangeLog.TYPE);
        return new Schema(documents, logs);
    }

    /** Returns the names of the types whose records of older versions are upcast. */
    Set<String> namesWithSteps() {
        return Stream.concat(entities.values().stream(), events.values().stream())
                .filter(RecordType::hasUpcasts)
                .map(RecordType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns everything that storage has to hold. */
    public Schema schema() {
        return schema;
    }

    /**
     * Returns the criteria with constants as storage keeps them.
     *
     * @throws IllegalArgumentException if it doesn't fit the type's fields
     */
    Criteria checkCriteria(String type, Criteria criteria) {
        return schema.isLog(type)
                ? schema.check(LogQuery.all(type).and(criteria)).where()
                : schema.check(Query.where(type, criteria)).where();
    }

    /** Returns criteria on a record type as {@link #checkCriteria} does, in which values within a field of the body may be named. */
    Criteria checkNamed(String type, Criteria criteria) {
        EntityType<?> entity = entities.get(type);
        return entity == null
                ? checkCriteria(type, criteria)
                : EntityCodec.of(entity).checkCriteria(criteria);
    }

    /** Returns the registered form of a type, custom fields included. */
    @SuppressWarnings("unchecked") // a name belongs to one record class: extend() keeps it
    <T extends Entity<T>> EntityType<T> getRegistered(EntityType<T> type) {
        EntityType<?> found = entities.get(type.name());
        if (found == null || !(found.isExtensionOf(type) || type.isExtensionOf(found))) {
            throw new IllegalArgumentException("the type " + type.name() + " wasn't given to this Crm");
        }
        return (EntityType<T>) found;
    }

    /** Returns the registered form of a type, custom fields included. */
    @SuppressWarnings("unchecked") // as above
    <T extends Event<T>> EventType<T> getRegistered(EventType<T> type) {
        EventType<?> found = events.get(type.name());
        if (found == null || !(found.isExtensionOf(type) || type.isExtensionOf(found))) {
            throw new IllegalArgumentException("the event type " + type.name() + " wasn't given to this Crm");
        }
        return (EventType<T>) found;
    }

    /** Returns the rules over the writes of a type, in the order in which they are asked. */
    @SuppressWarnings("unchecked") // a rule is registered with its type, whose name belongs to one record class
    <T extends Entity<T>> List<RecordRule<T>> rules(EntityType<T> type) {
        return (List<RecordRule<T>>) (List<?>) rules.get(type.name());
    }

    /** Returns those who are told of merges of a type, in the order in which they are told. */
    @SuppressWarnings("unchecked") // as above
    <T extends Entity<T>> List<MergeHook<T>> mergeHooks(EntityType<T> type) {
        return (List<MergeHook<T>>) (List<?>) mergeHooks.get(type.name());
    }

    Collection<EntityType<?>> entities() {
        return entities.values();
    }

    Optional<EntityType<?>> entity(String name) {
        return Optional.ofNullable(entities.get(name));
    }
}
