package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Declares an {@link EventType} field by field. Not thread-safe.
 *
 * @param <T> the event type
 */
public final class EventTypeBuilder<T extends Event<T>> extends FieldDeclarations<T> {

    private static final Set<String> RESERVED = Set.of(
            "id",
            "key",
            "tenant",
            "position",
            "subject",
            "subjects",
            "occurred_at",
            "recorded_at",
            "recorded_by",
            "body");

    final @Nullable EventType<T> base;
    final Function<EventState<T>, T> create;

    EventTypeBuilder(String name, Function<EventState<T>, T> create) {
        super(name, RESERVED);
        this.base = null;
        this.create = Objects.requireNonNull(create, "create");
    }

    /** Creates a builder that goes on from a type: what it declares and what is declared here. */
    EventTypeBuilder(EventType<T> base, EventTypeBuilder<T> declarations) {
        super(declarations.name, RESERVED);
        this.base = base;
        this.create = declarations.create;
        include(declarations);
    }

    /** Adds a reader of events that the version of this type before has stored, as {@link EntityTypeBuilder#upcast}. */
    public EventTypeBuilder<T> upcast(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster);
        return this;
    }

    /**
     * Builds the type. Nothing can be declared here after that.
     *
     * @throws IllegalArgumentException if a field was declared unique: an event's one unique key is its source and id
     */
    public EventType<T> build() {
        requireNotBuilt();
        checkArgument(uniqueKeys.isEmpty(), "events have no unique fields but their key");
        EventType<T> type = new EventType<>(this);
        seal();
        return type;
    }
}
