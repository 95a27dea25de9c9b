package dev.clientele.core.csv;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of an import of events: changed while one is made from another, and never after. */
final class EventImportPlan<T extends Event<T>> {

    final Map<String, RecordKey<?>> subjects = new LinkedHashMap<>();
    final Map<String, FieldColumn<T, ?>> fields = new LinkedHashMap<>();
    final Map<String, ReferenceColumn<T, ?>> references = new LinkedHashMap<>();

    @Nullable
    String idHeader;

    /** The system that all events are from; null if a column tells it. */
    @Nullable
    String source;

    @Nullable
    String sourceHeader;

    @Nullable
    TimeColumn time;

    @Nullable
    String delimiter;

    DayFormat days = DayFormat.iso();
    boolean dryRun;
    Consumer<RejectedRow> rejects = row -> {};

    /** A field and how its cells are read. */
    record FieldColumn<T, V>(Field<T, V> field, Function<String, ? extends @Nullable V> read) {}

    /** A reference and what its cells name records by. */
    record ReferenceColumn<T, R extends Entity<R>>(ReferenceField<T, R> field, RecordKey<R> key) {}

    EventImportPlan<T> copy() {
        EventImportPlan<T> copy = new EventImportPlan<>();
        copy.subjects.putAll(subjects);
        copy.fields.putAll(fields);
        copy.references.putAll(references);
        copy.idHeader = idHeader;
        copy.source = source;
        copy.sourceHeader = sourceHeader;
        copy.time = time;
        copy.delimiter = delimiter;
        copy.days = days;
        copy.dryRun = dryRun;
        copy.rejects = rejects;
        return copy;
    }

    /** Returns the column of ids. */
    String idHeader() {
        return given(idHeader, "an external id");
    }

    /** Returns the column of times or days. */
    TimeColumn time() {
        return given(time, "a day or a time");
    }

    private static <V> V given(@Nullable V value, String what) {
        if (value == null) {
            throw new IllegalStateException("no column was given for " + what);
        }
        return value;
    }

    /** Returns all columns that are read, or throws an {@code IllegalStateException} if one is missing that has to be given. */
    Set<String> headers() {
        Set<String> headers = new LinkedHashSet<>();
        headers.add(idHeader());
        headers.add(time().header());
        if (sourceHeader != null) {
            headers.add(sourceHeader);
        }
        if (subjects.isEmpty()) {
            throw new IllegalStateException("no column was given for a subject");
        }
        headers.addAll(subjects.keySet());
        headers.addAll(fields.keySet());
        headers.addAll(references.keySet());
        return headers;
    }

    /** Returns the header of the column that a field is read from; the path itself if there is none. */
    String headerOf(String path) {
        for (Map.Entry<String, FieldColumn<T, ?>> column : fields.entrySet()) {
            if (column.getValue().field().name().equals(path)) {
                return column.getKey();
            }
        }
        return path;
    }
}
