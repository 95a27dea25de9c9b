package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.MergedIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some rows in one transaction. Later rows see what earlier ones did. Rows that break a rule by themselves are noted; what only
 * storage can tell comes out as an exception. Not thread-safe.
 */
final class CsvImportBatch<T extends Entity<T>> {

    private final CrmSession session;
    private final EntityType<T> type;
    private final CsvLayout<T> layout;
    private final RecordMatcher<T> matcher;
    private final UnaryOperator<T> newRecordTransform;
    private final boolean clearEmptyCells;
    private final CsvImportCounter counter = new CsvImportCounter();
    private final List<ParsedRow<T>> parsedRows = new ArrayList<>();
    private final Map<CsvColumn<T>, ReferenceLookup<?, ?>> references = new HashMap<>();
    private final Map<CsvColumn<T>, Map<String, Id<?>>> ofEarlierRows = new HashMap<>();
    private final Map<UUID, UUID> survivors = new HashMap<>();

    CsvImportBatch(
            CrmSession session,
            EntityType<T> type,
            CsvLayout<T> layout,
            RecordMatcher<T> matching,
            UnaryOperator<T> completing,
            boolean clearing) {
        this.session = session;
        this.type = type;
        this.layout = layout;
        this.matcher = matching;
        this.newRecordTransform = completing;
        this.clearEmptyCells = clearing;
    }

    /** The values of one row, as a record of its own. */
    private record ParsedRow<T>(CsvRow row, T values) {}

    /** A record before the rows, null if it is new, and after those looked at till now. */
    private static final class PendingRecord<T> {

        private final @Nullable T before;
        private @Nullable T after;

        PendingRecord(@Nullable T before) {
            this.before = before;
            this.after = before;
        }
    }

    CsvImportCounter run(List<CsvRow> rows) {
        layout.columns().forEach((place, column) -> column.lookUp(cells(rows, place), this));
        rows.forEach(this::parseRow);
        flush();
        return counter;
    }

    private List<String> cells(List<CsvRow> rows, int place) {
        return rows.stream()
                .map(row -> FormulaGuard.unguard(row.cell(place)))
                .filter(cell -> !cell.isBlank())
                .distinct()
                .toList();
    }

    /** Looks up which of these ids are those of merged records. */
    void lookUpMerged(List<UUID> ids) {
        survivors.putAll(new MergedIds(session).findSurvivors(ids));
    }

    /** Returns the id of the survivor in place of that of a merged record, of those that were looked up. */
    <R> Id<R> resolveMerged(Id<R> id) {
        return Id.of(survivors.getOrDefault(id.value(), id.value()));
    }

    /** Looks up what the cells of a reference's column mean. */
    <R extends Entity<R>> void lookUp(CsvColumn.ReferenceColumn<T, R, ?> column, List<String> cells) {
        references.put(column, column.find(session, cells));
    }

    /** Finds the record that a cell of a reference's column names; empty if there is none. */
    @SuppressWarnings("unchecked") // lookups are kept by the column that they are of
    <R extends Entity<R>> Optional<Id<R>> resolveReference(CsvColumn.ReferenceColumn<T, R, ?> column, String cell) {
        ReferenceLookup<R, ?> lookup =
                (ReferenceLookup<R, ?>) references.computeIfAbsent(column, each -> column.find(session, List.of(cell)));
        Optional<Id<R>> found = column.one(lookup, cell);
        if (found.isPresent() || !column.target().name().equals(type.name())) {
            return found;
        }
        Map<String, Id<?>> known = ofEarlierRows.computeIfAbsent(column, each -> new HashMap<>());
        Id<?> earlier = known.get(cell);
        if (earlier != null) {
            return Optional.of((Id<R>) earlier);
        }
        if (!parsedRows.isEmpty()) {
            flush(); // an earlier row may be what is meant
        }
        Optional<Id<R>> stored = column.one(column.find(session, List.of(cell)), cell);
        stored.ifPresent(id -> known.put(cell, id));
        return stored;
    }

    private void parseRow(CsvRow row) {
        List<RowError> errors = new ArrayList<>();
        T says = type.newEntity();
        if (layout.id() >= 0 && !row.cell(layout.id()).isBlank()) {
            says = withRowId(says, row, errors);
        }
        for (Map.Entry<Integer, CsvColumn<T>> column : layout.columns().entrySet()) {
            String cell = FormulaGuard.unguard(row.cell(column.getKey()));
            says = cell.isBlank() ? says : put(says, column.getValue(), cell, row, errors);
        }
        if (errors.isEmpty()) {
            parsedRows.add(new ParsedRow<>(row, says));
            return;
        }
        counter.addRejected(errors);
    }

    private T withRowId(T says, CsvRow row, List<RowError> errors) {
        try {
            return says.withId(Id.parse(row.cell(layout.id()).strip()));
        } catch (IllegalArgumentException e) {
            errors.add(new RowError(
                    row.number(), CsvImport.ID, ViolationCode.FORM, Map.of("form", "a UUID"), "must be a UUID"));
            return says;
        }
    }

    private T put(T says, CsvColumn<T> column, String cell, CsvRow row, List<RowError> errors) {
        String name = column.field().name();
        try {
            return column.put(says, cell, this);
        } catch (InvalidException e) {
            e.violations().forEach(each -> errors.add(RowError.of(row.number(), layout.headerOf(each.path()), each)));
        } catch (IllegalArgumentException e) {
            errors.add(RowError.of(row.number(), layout.headerOf(name), CsvCellException.violation(e)));
        }
        return says;
    }

    private void flush() {
        List<ParsedRow<T>> drafts = List.copyOf(parsedRows);
        parsedRows.clear();
        Map<Object, List<T>> stored = matcher.find(
                session,
                type,
                drafts.stream()
                        .map(draft -> matcher.keyOf(draft.values()))
                        .filter(Objects::nonNull)
                        .toList());
        Map<Object, PendingRecord<T>> pending = new LinkedHashMap<>();
        for (ParsedRow<T> draft : drafts) {
            Object key = matcher.keyOf(draft.values());
            List<T> found = key == null ? List.of() : stored.getOrDefault(key, List.of());
            if (found.size() > 1) {
                reject(draft.row(), List.of(new Violation("", ViolationCode.AMBIGUOUS, "several records match it")));
            } else {
                T before = found.isEmpty() ? null : found.get(0);
                Object slot = before != null ? before.id() : key == null ? draft : key;
                merge(
                        draft,
                        pending.computeIfAbsent(slot, each -> new PendingRecord<>(before)),
                        before == null || Objects.equals(matcher.keyOf(before), key));
            }
        }
        store(pending.values());
    }

    /** Puts what a row says into its record; if that is the survivor of a merged one, only what it lacks. */
    private void merge(ParsedRow<T> draft, PendingRecord<T> record, boolean isOwn) {
        T was = record.after;
        T is;
        try {
            is = was == null ? newRecordTransform.apply(draft.values()) : was;
        } catch (InvalidException e) {
            reject(draft.row(), e.violations());
            return;
        }
        if (was != null) {
            for (Map.Entry<Integer, CsvColumn<T>> column : layout.columns().entrySet()) {
                if (!isOwn && is.find(column.getValue().field()).isPresent()) {
                    continue;
                }
                if (!draft.row().cell(column.getKey()).isBlank()) {
                    is = column.getValue().copyValue(draft.values(), is);
                } else if (clearEmptyCells) {
                    is = column.getValue().clear(is);
                }
            }
        }
        @Nullable T before = record.before;
        List<Violation> violations = before == null ? type.validate(is) : type.validate(before, is);
        if (!violations.isEmpty()) {
            reject(draft.row(), violations);
        } else if (was == null) {
            counter.countAdded();
        } else if (was.equals(is)) {
            counter.countUnchanged();
        } else {
            counter.countChanged();
        }
        if (violations.isEmpty()) {
            record.after = is;
        }
    }

    private void store(Collection<PendingRecord<T>> records) {
        List<T> added = new ArrayList<>();
        List<T> changed = new ArrayList<>();
        for (PendingRecord<T> record : records) {
            T after = record.after;
            if (after != null && record.before == null) {
                added.add(after);
            } else if (after != null && !Objects.equals(after, record.before)) {
                changed.add(after);
            }
        }
        if (!added.isEmpty()) {
            session.repository(type).addAll(added);
        }
        if (!changed.isEmpty()) {
            session.repository(type).saveAll(changed);
        }
    }

    private void reject(CsvRow row, List<Violation> violations) {
        counter.addRejected(row, violations, layout::headerOf);
    }
}
