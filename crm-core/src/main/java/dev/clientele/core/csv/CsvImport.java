package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import java.io.Reader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one type from CSV (RFC 4180, with a header). Immutable and thread-safe: each method gives a new plan.
 *
 * <p>Besides the columns that it is told, each column whose header is a field's name is read by that field; others are
 * ignored, and named in the report, as those of computed fields are. An empty cell says nothing: the field keeps what it has, unless {@link #clearEmptyCells}. An
 * {@code id} column counts where nothing else is {@linkplain #matchBy matched} by: so an exported file can be edited and read
 * back. Without either every row is a new record.
 *
 * <p>Rows are stored 500 at a time, each batch in a transaction of its own and seeing all rows before; a row that can't be stored is
 * kept out and reported, the others go in. If the program is stopped in the middle, or the database can't be reached, what was
 * stored till then stays, and running the same import again goes on where it ended if it matches by a key.
 *
 * @param <T> the record type
 */
public final class CsvImport<T extends Entity<T>> {

    static final String ID = "id";

    private final EntityType<T> type;
    private final Map<String, CsvColumn<T>> columns;
    private final RecordMatcher<T> matcher;
    private final UnaryOperator<T> newRecordTransform;
    private final @Nullable String delimiter;
    private final boolean clearEmptyCells;
    private final boolean dryRun;
    private final Consumer<RejectedRow> rejects;

    private CsvImport(
            EntityType<T> type,
            Map<String, CsvColumn<T>> columns,
            RecordMatcher<T> matching,
            UnaryOperator<T> completing,
            @Nullable String delimiter,
            boolean clearing,
            boolean dryRun,
            Consumer<RejectedRow> rejects) {
        this.type = type;
        this.columns = columns;
        this.matcher = matching;
        this.newRecordTransform = completing;
        this.delimiter = delimiter;
        this.clearEmptyCells = clearing;
        this.dryRun = dryRun;
        this.rejects = rejects;
    }

    /** Returns an import of records of this type, whose headers are the fields' names. */
    public static <T extends Entity<T>> CsvImport<T> of(EntityType<T> type) {
        return new CsvImport<>(
                Objects.requireNonNull(type, "type"),
                Map.of(),
                new RecordMatcher.IdMatcher<>(),
                UnaryOperator.identity(),
                null,
                false,
                false,
                row -> {});
    }

    /**
     * Reads the cells under a header, which has to be there, by this field. Of a field that holds a set or a list several columns
     * add up.
     *
     * @throws IllegalArgumentException if it is a computed one, or read from another column already
     */
    public <V> CsvImport<T> column(String header, Field<T, V> field) {
        return column(header, field, field::parse);
    }

    /**
     * Reads the cells under a header, which has to be there, by a function for this field.
     *
     * @param read given a cell that isn't blank; whatever it throws rejects the row, an {@code IllegalArgumentException} with its
     *     message, which should not repeat the cell; null says nothing
     */
    public <V> CsvImport<T> column(String header, Field<T, V> field, Function<String, ? extends @Nullable V> read) {
        return with(header, new CsvColumn.ParsedColumn<>(field, read));
    }

    /**
     * Reads the cells under a header, which has to be there, as elements of a list or set: of several columns they add up, as
     * e-mail address and phone number do to contact points. Of a stored record those elements give way that the predicate holds
     * for, such as all e-mail addresses; the others stay.
     *
     * @param read as of {@link #column(String, Field, Function)}
     */
    public <E, C extends Collection<E>> CsvImport<T> elements(
            String header,
            Field<T, C> field,
            Function<String, ? extends Collection<? extends E>> read,
            Predicate<? super E> replaced) {
        return with(header, new CsvColumn.ElementsColumn<>(field, read, replaced));
    }

    /**
     * Reads the cells under a header, which has to be there, as one of the parts that a field holds, such as one of the fields that a
     * tenant has defined; other columns may be other parts.
     *
     * @param parse as of {@link #column(String, Field, Function)}
     * @param find finds the part of a record
     * @param with returns a record with another part, or without it for null
     */
    public <P> CsvImport<T> part(
            String header,
            Field<T, ?> field,
            Function<String, P> parse,
            Function<T, Optional<P>> find,
            BiFunction<T, @Nullable P, T> with) {
        return with(header, new CsvColumn.PartColumn<>(field, parse, find, with));
    }

    /**
     * Reads the cells under a header, which has to be there, as contact points of one kind, which add up with those of other columns. Those
     * of that kind that a stored record has give way; the others stay.
     *
     * @param read such as {@code ContactPoint::email}, or {@code number -> ContactPoint.phone(number, germany)} for national numbers
     */
    public CsvImport<T> contactPoints(
            String header,
            Field<T, List<ContactPoint>> field,
            ContactPointKind kind,
            Function<String, ContactPoint> read) {
        return elements(header, field, cell -> List.of(read.apply(cell)), point -> point.kind() == kind);
    }

    /**
     * The cells under a header, which has to be there, mean records of another type, or of the same one, by one of their
     * fields. A row whose cell means no record, or several, is rejected; earlier rows of the same file count.
     */
    public <R extends Entity<R>, V> CsvImport<T> reference(
            String header, ReferenceField<T, R> field, EntityType<R> target, ColumnField<R, V> by) {
        return with(header, new CsvColumn.ReferenceColumn<>(field, target, by));
    }

    /**
     * Some cells under a header mean something else: misspellings, codes of another system.
     *
     * @param replacements whole cells as they stand in the file, and what they mean
     * @throws IllegalArgumentException if no column of this header was given before
     */
    public CsvImport<T> replaceValues(String header, Map<String, String> replacements) {
        CsvColumn<T> column = columns.get(header);
        if (column == null) {
            throw new IllegalArgumentException("no column was given for '" + header + "' before");
        }
        return with(header, column.withReplacements(replacements));
    }

    /**
     * A row is about the stored record that has the same value in this field; a new one if none has. If one had it that was
     * {@linkplain dev.clientele.core.merge.Merges merged} into another, the row is about the survivor, which takes what it lacks and
     * keeps the rest. So is a row with the id of a merged record, and a reference to one.
     *
     * @throws IllegalArgumentException if it is a computed one
     */
    public <V> CsvImport<T> matchBy(ColumnField<T, V> field) {
        requireImported(field);
        return new CsvImport<>(
                type,
                columns,
                new RecordMatcher.FieldMatcher<>(field),
                newRecordTransform,
                delimiter,
                clearEmptyCells,
                dryRun,
                rejects);
    }

    /**
     * Completes each new record before it is checked: with what the file doesn't say, or says in another field's words.
     *
     * @param work given a record with what its row says; pure
     */
    public CsvImport<T> transformNew(UnaryOperator<T> work) {
        return new CsvImport<>(
                type,
                columns,
                matcher,
                Objects.requireNonNull(work, "work"),
                delimiter,
                clearEmptyCells,
                dryRun,
                rejects);
    }

    /** Separates cells by this, instead of by what the first lines show. */
    public CsvImport<T> withDelimiter(char separator) {
        return new CsvImport<>(
                type,
                columns,
                matcher,
                newRecordTransform,
                String.valueOf(separator),
                clearEmptyCells,
                dryRun,
                rejects);
    }

    /** An empty cell takes the value away. */
    public CsvImport<T> clearEmptyCells() {
        return new CsvImport<>(type, columns, matcher, newRecordTransform, delimiter, true, dryRun, rejects);
    }

    /**
     * Tries everything, each batch in a transaction that is taken back: what would be added, changed and rejected. It takes as long
     * as the import itself. Rows that rest on earlier ones, of the same key or with references to them, are tried together with
     * those, which wait in a temporary file that is removed in the end.
     */
    public CsvImport<T> dryRun() {
        return new CsvImport<>(type, columns, matcher, newRecordTransform, delimiter, clearEmptyCells, true, rejects);
    }

    /**
     * Gives each row that is kept out to this as well, such as a {@link RejectedRowWriter}; the report keeps the first 10,000 reasons
     * only.
     *
     * @param sink called by the thread that runs the import; what it throws ends the import
     */
    public CsvImport<T> withRejectedRows(Consumer<RejectedRow> sink) {
        return new CsvImport<>(
                type,
                columns,
                matcher,
                newRecordTransform,
                delimiter,
                clearEmptyCells,
                dryRun,
                Objects.requireNonNull(sink, "sink"));
    }

    private CsvImport<T> with(String header, CsvColumn<T> column) {
        requireImported(column.field());
        columns.forEach((other, earlier) -> {
            if (!other.equals(header)
                    && earlier.field().name().equals(column.field().name())
                    && !(earlier.addsUp() && column.addsUp())) {
                throw new IllegalArgumentException("the field " + column.field().name() + " is read from '" + other
                        + "' already; several columns add up only as elements");
            }
        });
        Map<String, CsvColumn<T>> more = new LinkedHashMap<>(columns);
        more.put(Objects.requireNonNull(header, "header"), column);
        return new CsvImport<>(type, more, matcher, newRecordTransform, delimiter, clearEmptyCells, dryRun, rejects);
    }

    private static void requireImported(Field<?, ?> field) {
        if (field.hasTrait(Trait.COMPUTED)) {
            throw new IllegalArgumentException("the field " + field + " is computed and can't be imported");
        }
    }

    /**
     * Reads a file. The reader is left for the caller to close.
     *
     * @param session whose actor makes the changes; a dry run can't be part of a transaction
     * @throws dev.clientele.core.error.InvalidException if the file has no header, or lacks a column that was asked for or has it
     *     twice; nothing is stored then
     * @throws java.io.UncheckedIOException if the reader fails; what was stored till then stays
     * @throws dev.clientele.core.error.ClienteleException if the database can't be written to; likewise
     */
    public ImportReport run(CrmSession session, Reader reader) {
        EntityType<T> declared = session.repository(type).type();
        CsvRowReader rows = CsvRowReader.of(
                type.name(), delimiter == null ? CsvReader.of(reader) : CsvReader.of(reader, delimiter));
        CsvLayout<T> layout =
                CsvLayout.of(declared, columns, rows.header(), matcher instanceof RecordMatcher.IdMatcher);
        CsvBatchProcessor storing = new CsvBatchProcessor(
                        session,
                        (transaction, some) -> new CsvImportBatch<>(
                                        transaction, declared, layout, matcher, newRecordTransform, clearEmptyCells)
                                .run(some),
                        layout::headerOf)
                .withLinks(new CsvRowLinks<>(declared, layout, matcher))
                .withRejectedRows(rejects);
        return storing.run(rows, layout.ignored(), dryRun);
    }
}
