package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

    /**
     * Adds a reader of events that the version of this type before has stored: a function from the JSON data of the older
     * version, by field name, to that of the next, {@linkplain Trait#FORMER former} fields included. The first one given reads version
     * 1, the second version 2, and so on. It may change the map that it is given. What it throws
     * comes out as a {@code CorruptException}. Programs of older versions can't read what this one stores.
     *
     * <p>Whoever defines a type and each who extends it have a chain of versions of their own, and a event tells how far it has come
     * on each: whoever defined the type goes first, to the latest version, then the extensions in the order of their names. So a
     * reader sees the fields of its own owner in the form that it is for, and those of others in a form that may be newer; it finds
     * none of its own in what was stored where the extension wasn't there.
     */
    public EventTypeBuilder<T> upcast(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, false);
        return this;
    }

    /**
     * Adds a reader as {@link #upcast} does, for a step after which programs of the version before can go on reading and saving what
     * is stored: one that only fills fields which they don't know.
     */
    public EventTypeBuilder<T> upcastReadably(UnaryOperator<Map<String, Object>> upcaster) {
        addUpcaster(upcaster, true);
        return this;
    }

    /**
     * Declares a step in which a field got another name. The value is stored under both, so that older programs can be running: what
     * they write is read here, and what is written here is read there. When none is running any more, and all events have been stored
     * anew, the step can become {@code upcast(json -> json)} and the former field go.
     *
     * @param former the field as it was, with {@link Trait#FORMER}
     * @param field the field as it is called now; it may be former too, if it was renamed again
     */
    public <V> EventTypeBuilder<T> renamed(Field<T, V> former, Field<T, V> field) {
        addMapping(former, field, value -> value, value -> value);
        return this;
    }

    /**
     * Declares a step in which a field got another type, and another name with it, since the column of the older one stays. The value
     * is stored in both forms, as with {@link #renamed}; older programs see no value where the way back gives one that isn't allowed
     * there. Pure functions.
     *
     * @param former the field as it was, with {@link Trait#FORMER}
     * @param forward makes a value of an older one
     * @param back makes an older value of one
     */
    public <A, B> EventTypeBuilder<T> retyped(
            Field<T, A> former, Field<T, B> field, Function<A, B> forward, Function<B, A> back) {
        addMapping(former, field, forward, Objects.requireNonNull(back, "back"));
        return this;
    }

    /**
     * Declares a step in which a field got another type to which there is no way back: older programs can't read what this one
     * stores. What they have stored in the former field is kept until the field in its place has no value any more.
     */
    public <A, B> EventTypeBuilder<T> retyped(Field<T, A> former, Field<T, B> field, Function<A, B> forward) {
        addMapping(former, field, forward, null);
        return this;
    }

    /** Sets what is done with events that a newer version has stored; {@link NewerRecords#READ_KNOWN} if not set. */
    public EventTypeBuilder<T> newerRecords(NewerRecords policy) {
        setNewerRecords(policy);
        return this;
    }

    /**
     * Declares that the steps above, if any, are those which releases up to 0.1 counted together with the steps of extensions. For
     * whoever defined a type then that others extend, and adds a step to it now.
     */
    public EventTypeBuilder<T> sinceOwnChains() {
        endCountedTogether();
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
