package dev.clientele.core.entity;

import dev.clientele.core.error.InvalidException;
import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declaration of an event type, as {@link EntityType} is of a record type. Immutable and thread-safe.
 *
 * @param <T> the event type
 */
public final class EventType<T extends Event<T>> {

    static final String RECORDED_AT = "recorded_at";
    static final String RECORDED_BY = "recorded_by";

    private final String name;
    private final EventTypeBuilder<T> declarations;
    private final FieldCodec<T> codec;
    private final LogType logType;
    private final Schema schema;
    private final Set<String> columnNames;

    EventType(EventTypeBuilder<T> declarations) {
        this.name = declarations.name;
        this.declarations = declarations;
        this.codec =
                new FieldCodec<>(name, declarations.fields, Set.of(RECORDED_AT, RECORDED_BY), declarations.upcasters);
        List<DeclaredField> columns = new ArrayList<>();
        columns.add(DeclaredField.of(RECORDED_AT, FieldType.INSTANT));
        columns.add(DeclaredField.text(RECORDED_BY, 200));
        declarations.fields.values().forEach(field -> columns.addAll(field.columns()));
        this.logType = new LogType(name, columns, declarations.indexes);
        this.schema = new Schema(List.of(), List.of(logType));
        this.columnNames = Stream.concat(
                        columns.stream().map(DeclaredField::name), Stream.of(LogType.KEY, LogType.OCCURRED_AT))
                .collect(Collectors.toUnmodifiableSet());
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

    /** Begins a declaration that adds custom fields to this type; the result takes this type's place in a {@code Crm}. */
    public EventTypeBuilder<T> extend() {
        return new EventTypeBuilder<>(this, declarations);
    }

    /** Whether this is that type, or was made from it by {@link #extend}, directly or in several steps. */
    public boolean isExtensionOf(EventType<?> other) {
        for (EventType<?> type = this; type != null; type = type.declarations.base) {
            if (type.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** The name, unique among the types of a {@code Crm}. */
    public String name() {
        return name;
    }

    /** The declared fields in order of declaration. */
    public Collection<Field<T, ?>> fields() {
        return List.copyOf(declarations.fields.values());
    }

    /** What storage keeps of this type. */
    public LogType logType() {
        return logType;
    }

    /**
     * A new event at this time about this record, without values.
     *
     * @param occurredAt when it happened, kept in whole microseconds
     * @throws InvalidException if the time isn't in the years 0001 to 9999
     */
    public T newEvent(Instant occurredAt, Id<?> subject) {
        Instant at;
        try {
            at = ColumnRules.instant(LogType.OCCURRED_AT, occurredAt);
        } catch (IllegalArgumentException e) {
            throw InvalidException.of(name, LogType.OCCURRED_AT, String.valueOf(e.getMessage()));
        }
        return create(new EventState<>(this, "", Set.of(subject.value()), at, null, FieldMap.empty(name)));
    }

    /** Events that happened in a half-open range of time. */
    public Criteria occurredBetween(Instant startInclusive, Instant endExclusive) {
        return Criteria.compare(LogType.OCCURRED_AT, Operator.AT_LEAST, startInclusive)
                .and(Criteria.compare(LogType.OCCURRED_AT, Operator.BELOW, endExclusive));
    }

    /**
     * The event as storage keeps it.
     *
     * @param keyIfNone the key where the event has none of its own
     * @throws InvalidException if a field is unknown or a required one missing
     */
    public LogEntry toEntry(T event, String keyIfNone, Instant recordedAt, String recordedBy) {
        FieldMap<T> values = event.values();
        codec.requireValid(values);
        Map<String, Object> columns = codec.columns(values);
        columns.put(RECORDED_AT, recordedAt);
        columns.put(RECORDED_BY, recordedBy);
        EventState<T> state = event.state();
        return LogEntry.of(
                state.key.isEmpty() ? keyIfNone : state.key,
                state.subjects,
                state.occurredAt,
                columns,
                codec.body(values));
    }

    /**
     * The event that a log entry holds.
     *
     * @throws dev.clientele.core.error.CorruptException if it isn't one of this type or was stored by a newer version
     */
    public T fromEntry(LogEntry entry) {
        FieldMap<T> values = codec.decode(entry.fields(), Json.readObject(entry.body()));
        Instant recordedAt = (Instant) Objects.requireNonNullElse(entry.read(RECORDED_AT), entry.occurredAt());
        String recordedBy = (String) Objects.requireNonNullElse(entry.read(RECORDED_BY), "");
        Set<UUID> subjects = entry.subjects();
        return create(new EventState<>(
                this,
                entry.key(),
                subjects,
                entry.occurredAt(),
                new EventState.Recording(recordedAt, recordedBy, entry.position()),
                values));
    }

    Set<String> columnNames() {
        return columnNames;
    }

    Criteria checkCriteria(Criteria criteria) {
        return schema.check(LogQuery.all(name).and(criteria)).where();
    }

    T create(EventState<T> state) {
        return Objects.requireNonNull(declarations.create.apply(state), "a constructor can't return null");
    }

    /**
     * The column by which records are sorted and grouped for a field: for money its amount's.
     *
     * @throws IllegalArgumentException if the field lives in the body only
     */
    public String sortColumn(Field<T, ?> field) {
        if (field.columns().isEmpty()) {
            throw new IllegalArgumentException("the field " + field.name() + " is in the body and has no column");
        }
        return field.columnName();
    }

    @Override
    public String toString() {
        return name;
    }
}
