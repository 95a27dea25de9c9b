package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

import dev.clientele.core.codec.ColumnRules;
import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.codec.EventValues;
import dev.clientele.core.codec.FieldMap;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The declaration of an event type, as {@link EntityType} is of a record type. Immutable and thread-safe.
 *
 * @param <T> the event type
 */
public final class EventType<T extends Event<T>> extends RecordType<T> {

    /** The owner of an extension that wasn't given a name. */
    public static final String HOST = "host";

    private final Function<EventState<T>, T> create;
    private final EventTypeBuilder<T> declarations;

    EventType(EventTypeBuilder<T> declarations) {
        super(
                declarations,
                declarations.bases,
                type -> new EventCodec<>(
                        declarations.form(), event -> event.state().values, ((EventType<T>) type)::create));
        this.create = declarations.create;
        this.declarations = declarations;
    }

    /**
     * Begins the declaration of a type.
     *
     * @param name lower-case letters, digits and underscores, starting with a letter, at most 48
     * @param create the event's constructor
     */
    public static <T extends Event<T>> EventTypeBuilder<T> define(String name, Function<EventState<T>, T> create) {
        return new EventTypeBuilder<>(name, create);
    }

    /** Begins a declaration that adds custom fields to this type; the result takes this type's place in a {@code Crm}. Its owner is {@value #HOST}. */
    public EventTypeBuilder<T> extend() {
        return extend(HOST);
    }

    /**
     * Begins a declaration that adds custom fields to this type, and versions of its own, under a name of its own: for a plug-in that
     * shares the type with others, each of whom extends it. A {@code Crm} that is given several combines them.
     *
     * @param owner the name of the extension, such as the plug-in's: lower-case letters, digits and underscores, starting with a
     *     letter, at most 48. Records tell by this name which versions of the extension they have seen, so it stays
     */
    public EventTypeBuilder<T> extend(String owner) {
        return new EventTypeBuilder<>(this, Objects.requireNonNull(owner, "owner"), declarations);
    }

    /**
     * Returns this type with all that another extension of it adds; of rules, the other's come last.
     *
     * @throws ExtensionClashException if both give different things one name
     * @throws IllegalArgumentException if they weren't made from one type
     */
    public EventType<T> combine(EventType<T> other) {
        checkArgument(
                name().equals(other.name()) && declarations.create == other.declarations.create,
                "two types are named %s, and neither is made from the other by extend()",
                name());
        return new EventTypeBuilder<>(this, other, declarations, other.declarations).build();
    }

    /**
     * Creates an event at this time about this record, without values.
     *
     * @param occurredAt when it happened, kept in whole microseconds
     * @throws InvalidException if the time isn't in the years 0001 to 9999
     */
    public T newEvent(Instant occurredAt, Id<?> subject) {
        Instant at;
        try {
            at = ColumnRules.instant(LogType.OCCURRED_AT, occurredAt);
        } catch (InvalidValueException e) {
            throw InvalidException.of(name(), e.violation());
        }
        return create(new EventValues("", Set.of(subject.value()), at, null, FieldMap.empty(name())));
    }

    /** Returns criteria for the events that happened in a half-open range of time. */
    public Criteria occurredBetween(Instant startInclusive, Instant endExclusive) {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.AT_LEAST, startInclusive)
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, endExclusive));
    }

    /** Returns criteria for the events that happened before an instant. */
    public Criteria occurredBefore(Instant endExclusive) {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, endExclusive);
    }

    T create(EventValues values) {
        return Objects.requireNonNull(create.apply(new EventState<>(this, values)), "a constructor can't return null");
    }
}
