package dev.clientele.core.store;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that a {@code Crm} knows, by name. */
public final class TypeRegistry {

    private final Map<String, EntityType<?>> entities = new LinkedHashMap<>();
    private final Map<String, EventType<?>> events = new LinkedHashMap<>();

    /** Takes the types given last under each name. */
    public TypeRegistry(Collection<EntityType<?>> entities, Collection<EventType<?>> events) {
        entities.forEach(type -> this.entities.put(type.name(), type));
        events.forEach(type -> this.events.put(type.name(), type));
        for (EntityType<?> type : this.entities.values()) {
            for (ReferenceField<?, ?> reference : type.references()) {
                if (!this.entities.containsKey(reference.target())) {
                    throw new IllegalArgumentException(type.name() + "." + reference.name() + " refers to the type "
                            + reference.target() + ", which isn't given");
                }
            }
        }
    }

    /** Everything that storage has to hold. */
    public Schema schema() {
        List<DocumentType> documents = new ArrayList<>();
        entities.values().forEach(type -> documents.add(type.documentType()));
        documents.add(Subscription.TYPE);
        List<LogType> logs = new ArrayList<>();
        events.values().forEach(type -> logs.add(type.logType()));
        logs.add(ChangeLog.TYPE);
        return new Schema(documents, logs);
    }

    /** The registered form of a type, custom fields included. */
    @SuppressWarnings("unchecked") // a name belongs to one record class: extend() keeps it
    <T extends Entity<T>> EntityType<T> registered(EntityType<T> type) {
        EntityType<?> found = entities.get(type.name());
        if (found == null) {
            throw new IllegalArgumentException("the type " + type.name() + " wasn't given to this Crm");
        }
        return (EntityType<T>) found;
    }

    /** As {@link #registered(EntityType)}. */
    @SuppressWarnings("unchecked") // as above
    <T extends Event<T>> EventType<T> registered(EventType<T> type) {
        EventType<?> found = events.get(type.name());
        if (found == null) {
            throw new IllegalArgumentException("the event type " + type.name() + " wasn't given to this Crm");
        }
        return (EventType<T>) found;
    }

    Collection<EntityType<?>> entities() {
        return entities.values();
    }
}
