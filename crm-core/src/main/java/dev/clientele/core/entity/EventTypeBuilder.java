package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Declares an {@link EventType} field by field. Not thread-safe.
 *
 * @param <T> the event type
 */
public final class EventTypeBuilder<T extends Event<T>> extends VersionedDeclarations<T, EventTypeBuilder<T>> {

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

    final List<EventType<T>> bases;
    final Function<EventState<T>, T> create;

    EventTypeBuilder(String name, Function<EventState<T>, T> create) {
        super(name, "", RESERVED);
        this.bases = List.of();
        this.create = Objects.requireNonNull(create, "create");
    }

    /** Creates a builder that goes on from a type: what it declares and what is declared here. */
    EventTypeBuilder(EventType<T> base, String owner, EventTypeBuilder<T> declarations) {
        super(declarations.name, owner, RESERVED);
        this.bases = List.of(base);
        this.create = declarations.create;
        include(declarations);
    }

    /** Creates a builder of what two types declare. */
    EventTypeBuilder(
            EventType<T> one,
            EventType<T> other,
            EventTypeBuilder<T> declarations,
            EventTypeBuilder<T> otherDeclarations) {
        super(declarations.name, "", RESERVED);
        this.bases = List.of(one, other);
        this.create = declarations.create;
        include(declarations);
        include(otherDeclarations);
    }

    @Override
    EventTypeBuilder<T> self() {
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
