package dev.clientele.core.codec;

import dev.clientele.core.json.Json;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Converts events of one type to log entries and back. Immutable and thread-safe.
 *
 * @param <T> the event type
 */
public final class EventCodec<T> extends RecordCodec<T> {

    /** The column with the time at which an event was recorded. */
    public static final String RECORDED_AT = "recorded_at";

    /** The column with the actor who recorded it. */
    public static final String RECORDED_BY = "recorded_by";

    private static final DeclaredField[] OWN = {
        DeclaredField.of(RECORDED_AT, FieldType.INSTANT), DeclaredField.text(RECORDED_BY, 200)
    };

    private final LogType logType;
    private final Schema schema;
    private final Function<T, EventValues> read;
    private final Function<EventValues, T> create;

    /**
     * Creates the codec of a type.
     *
     * @param read returns the state of an event
     * @param create makes an event of its state
     * @throws IllegalArgumentException if an index can't be had of the fields that it names
     */
    public EventCodec(RecordForm form, Function<T, EventValues> read, Function<EventValues, T> create) {
        super(
                form.name(),
                new FieldMapCodec(form, Set.of(RECORDED_AT, RECORDED_BY)),
                form.columnsAfter(OWN),
                LogType.KEY,
                LogType.OCCURRED_AT);
        this.logType = new LogType(form.name(), form.columnsAfter(OWN), form.indexes());
        this.schema = new Schema(List.of(), List.of(logType));
        this.read = read;
        this.create = create;
    }

    /** Returns the codec of an event type. */
    public static <T> EventCodec<T> of(StoredType<T> type) {
        if (type.codec instanceof EventCodec<T> codec) {
            return codec;
        }
        throw new IllegalArgumentException("the type " + type + " isn't one of events");
    }

    /** Returns the type of the log. */
    public LogType logType() {
        return logType;
    }

    @Override
    Criteria normalize(Criteria criteria) {
        return schema.check(LogQuery.all(name).and(criteria)).where();
    }

    /**
     * Writes an event as a log entry.
     *
     * @param keyIfNone the key where the event has none of its own
     * @throws dev.clientele.core.error.InvalidException if a field is unknown or a required one missing
     */
    public LogEntry toEntry(T event, String keyIfNone, Instant recordedAt, String recordedBy) {
        EventValues state = read.apply(event);
        values.requireValid(state.fields());
        Map<String, Object> columns = values.columns(state.fields());
        columns.put(RECORDED_AT, recordedAt);
        columns.put(RECORDED_BY, recordedBy);
        return LogEntry.of(
                state.key().isEmpty() ? keyIfNone : state.key(),
                state.subjects(),
                state.occurredAt(),
                columns,
                values.body(state.fields()));
    }

    /**
     * Writes what an event says in place of the entry that holds it; its key, subjects, times and who recorded it stay.
     *
     * @throws dev.clientele.core.error.InvalidException if a field is unknown or a required one missing
     */
    public Redaction toRedaction(T event, LogEntry entry) {
        FieldMap fields = read.apply(event).fields();
        values.requireValid(fields);
        Map<String, Object> columns = values.columns(fields);
        for (DeclaredField own : OWN) {
            Object value = entry.read(own.name());
            if (value != null) {
                columns.put(own.name(), value);
            }
        }
        return new Redaction(entry.key(), columns, values.body(fields));
    }

    /**
     * Reads the event that a log entry holds.
     *
     * @throws dev.clientele.core.error.CorruptException if it isn't one of this type or was stored by a newer version
     */
    public T fromEntry(LogEntry entry) {
        FieldMap fields = values.decode(entry.fields(), Json.readObject(entry.body()));
        Instant recordedAt = (Instant) Objects.requireNonNullElse(entry.read(RECORDED_AT), entry.occurredAt());
        String recordedBy = (String) Objects.requireNonNullElse(entry.read(RECORDED_BY), "");
        return create.apply(new EventValues(
                entry.key(),
                entry.subjects(),
                entry.occurredAt(),
                new EventValues.Recording(recordedAt, recordedBy, entry.position()),
                fields));
    }
}
