package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import java.io.Reader;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads events from CSV (RFC 4180, with a header): interactions, a vendor's own. Immutable and thread-safe: each method gives a new
 * import.
 *
 * <pre>{@code
 * ImportReport report = CsvEventImport.of(Interaction.TYPE)
 *         .externalId("Call", "switchboard")
 *         .subject("Customer no.", RecordKey.byField(Account.TYPE, Account.EXTERNAL_ID))
 *         .time("Began")
 *         .column("Channel", Interaction.CHANNEL)
 *         .column("Direction", Interaction.DIRECTION)
 *         .run(session, reader);
 * }</pre>
 *
 * <p>A row is an event, known by its source and external id: recorded once however often it comes, so that the same file a second time
 * changes nothing; a row whose event the log has, in whatever form, counts as unchanged. A subject that was {@linkplain
 * dev.clientele.core.merge.Merges merged} is the survivor. Rows are recorded 500 at a time, each batch in a transaction of its own; a row
 * that can't be recorded is kept out and reported by its number, the others go in.
 *
 * <p>The columns for external id, day or time, and at least one subject have to be given; all that are given have to be in the file,
 * however capitalised. Files are read as by {@link CsvReader} and {@link CsvHeader}.
 *
 * @param <T> the event type
 */
public final class CsvEventImport<T extends Event<T>> {

    private final EventType<T> type;
    private final EventImportPlan<T> plan;

    private CsvEventImport(EventType<T> type, EventImportPlan<T> plan) {
        this.type = type;
        this.plan = plan;
    }

    /** Returns an import of events of this type. */
    public static <T extends Event<T>> CsvEventImport<T> of(EventType<T> type) {
        return new CsvEventImport<>(Objects.requireNonNull(type, "type"), new EventImportPlan<>());
    }

    /**
     * The column of the event's id in the system that the file is from.
     *
     * @param source the system, such as {@code switchboard}; 1 to 64 characters without colon
     */
    public CsvEventImport<T> externalId(String header, String source) {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(source, "source");
        return with(more -> {
            more.idHeader = header;
            more.source = source;
            more.sourceHeader = null;
        });
    }

    /** The column of the event's id in a system, and that of the system. */
    public CsvEventImport<T> externalIdAndSource(String header, String sourceHeader) {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(sourceHeader, "sourceHeader");
        return with(more -> {
            more.idHeader = header;
            more.source = null;
            more.sourceHeader = sourceHeader;
        });
    }

    /** A column that names a record which the event is about; of several such columns a row fills at least one. */
    public CsvEventImport<T> subject(String header, RecordKey<?> key) {
        Objects.requireNonNull(key, "key");
        return with(more -> more.subjects.put(Objects.requireNonNull(header, "header"), key));
    }

    /** The column of the day, read in the {@linkplain #withDayFormat form of days}: the event happened as that day began in the session's zone. */
    public CsvEventImport<T> day(String header) {
        return with(more -> more.time = new TimeColumn(header, true));
    }

    /**
     * The column of the time, such as {@code 2026-01-31T08:26:00Z} or {@code 2026-01-31 08:26}; without an offset it is the session's
     * zone's.
     */
    public CsvEventImport<T> time(String header) {
        return with(more -> more.time = new TimeColumn(header, false));
    }

    /**
     * A column that is read by a field of the event.
     *
     * @throws IllegalArgumentException if it is a reference, which {@link #reference} reads
     */
    public <V> CsvEventImport<T> column(String header, Field<T, V> field) {
        return column(header, field, field::parse);
    }

    /**
     * A column that is read by a function for a field of the event.
     *
     * @param read as of {@link CsvImport#column(String, Field, Function)}
     * @throws IllegalArgumentException if it is a reference, which {@link #reference} reads
     */
    public <V> CsvEventImport<T> column(
            String header, Field<T, V> field, Function<String, ? extends @Nullable V> read) {
        if (field instanceof ReferenceField) {
            throw new IllegalArgumentException("the field " + field + " is a reference, which reference(…) reads");
        }
        EventImportPlan.FieldColumn<T, V> column = new EventImportPlan.FieldColumn<>(
                Objects.requireNonNull(field, "field"), Objects.requireNonNull(read, "read"));
        return with(more -> more.fields.put(Objects.requireNonNull(header, "header"), column));
    }

    /** A column that names a record which a field of the event refers to. */
    public <R extends Entity<R>> CsvEventImport<T> reference(
            String header, ReferenceField<T, R> field, RecordKey<R> key) {
        EventImportPlan.ReferenceColumn<T, R> column = new EventImportPlan.ReferenceColumn<>(
                Objects.requireNonNull(field, "field"), Objects.requireNonNull(key, "key"));
        return with(more -> more.references.put(Objects.requireNonNull(header, "header"), column));
    }

    /** Reads days in this form, instead of that of {@code 2027-01-31} with or without a time. */
    public CsvEventImport<T> withDayFormat(DayFormat days) {
        return with(more -> more.days = Objects.requireNonNull(days, "days"));
    }

    /** Separates cells by this, instead of by what the first lines show. */
    public CsvEventImport<T> withDelimiter(char delimiter) {
        return with(more -> more.delimiter = String.valueOf(delimiter));
    }

    /** Tries everything, each batch in a transaction that is taken back: what would be recorded and rejected. */
    public CsvEventImport<T> dryRun() {
        return with(more -> more.dryRun = true);
    }

    /** Gives each row that is kept out to this as well; as {@link CsvImport#withRejectedRows}. */
    public CsvEventImport<T> withRejectedRows(Consumer<RejectedRow> sink) {
        return with(more -> more.rejects = Objects.requireNonNull(sink, "sink"));
    }

    private CsvEventImport<T> with(Consumer<EventImportPlan<T>> change) {
        EventImportPlan<T> more = plan.copy();
        change.accept(more);
        return new CsvEventImport<>(type, more);
    }

    /**
     * Reads a file. The reader is left for the caller to close.
     *
     * @param session whose actor records the events; a dry run can't be part of a transaction
     * @throws IllegalStateException if a column that has to be given wasn't
     * @throws dev.clientele.core.error.InvalidException if the file has no header, or lacks a column that was asked for or has it twice
     * @throws java.io.UncheckedIOException if the reader fails; what was recorded till then stays
     */
    public ImportReport run(CrmSession session, Reader reader) {
        Set<String> headers = plan.headers();
        EventType<T> declared = session.eventLog(type).type();
        String delimiter = plan.delimiter;
        CsvRowReader rows = CsvRowReader.of(
                type.name(), delimiter == null ? CsvReader.of(reader) : CsvReader.of(reader, delimiter));
        CsvCells cells = CsvCells.of(type.name(), rows.header(), headers);
        return new CsvBatchProcessor(
                        session,
                        (transaction, some) -> {
                            EventLog<T> log = transaction.eventLog(type);
                            EventRowMapper<T> mapper = new EventRowMapper<>(transaction, declared, plan, cells, some);
                            return EventRows.record(some, mapper::event, log::record);
                        },
                        plan::headerOf)
                .withLinks(row -> EventRowMapper.key(plan, cells, row)
                        .map(RowLinks::ofKey)
                        .orElse(RowLinks.NONE))
                .withRejectedRows(plan.rejects)
                .run(rows, cells.ignored(), plan.dryRun);
    }
}
