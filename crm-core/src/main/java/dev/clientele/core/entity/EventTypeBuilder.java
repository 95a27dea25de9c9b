package dev.clientele.core.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declares an {@link EventType} field by field. Not thread-safe.
 *
 * @param <T> the event type
 */
public final class EventTypeBuilder<T extends Event<T>> extends FieldDeclarations<T> {

    final String name;
    final Function<EventState<T>, T> create;
    final List<UnaryOperator<Map<String, Object>>> upcasters = new ArrayList<>();

    EventTypeBuilder(String name, Function<EventState<T>, T> create) {
        this.name = name;
        this.create = create;
    }

    EventTypeBuilder(EventTypeBuilder<T> base) {
        this(base.name, base.create);
        fields.putAll(base.fields);
        uniqueKeys.addAll(base.uniqueKeys);
        indexes.addAll(base.indexes);
        upcasters.addAll(base.upcasters);
    }

    /** As {@link EntityTypeBuilder#upcast}. */
    public EventTypeBuilder<T> upcast(UnaryOperator<Map<String, Object>> upcaster) {
        upcasters.add(upcaster);
        return this;
    }

    /**
     * The type.
     *
     * @throws IllegalArgumentException if a field was declared unique: an event's one unique key is its source and id
     */
    public EventType<T> build() {
        if (!uniqueKeys.isEmpty()) {
            throw new IllegalArgumentException("events have no unique fields but their key");
        }
        return new EventType<>(this);
    }
}
