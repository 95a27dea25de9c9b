package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some rows in one transaction. Later rows see what earlier ones did. Rows that break a rule by themselves are noted; what only
 * storage can tell comes out as an exception. Not thread-safe.
 */
final class Batch<T extends Entity<T>> {

    private final CrmSession session;
    private final EntityType<T> type;
    private final Layout<T> layout;
    private final Matching<T> matching;
    private final UnaryOperator<T> completing;
    private final boolean clearing;
    private final CsvOutcome outcome = new CsvOutcome();
    private final List<Draft<T>> waiting = new ArrayList<>();
    private final Map<Column<T>, Map<String, Id<?>>> references = new HashMap<>();

    Batch(
            CrmSession session,
            EntityType<T> type,
            Layout<T> layout,
            Matching<T> matching,
            UnaryOperator<T> completing,
            boolean clearing) {
        this.session = session;
        this.type = type;
        this.layout = layout;
        this.matching = matching;
        this.completing = completing;
        this.clearing = clearing;
    }

    /** What one row says: a record with its values alone. */
    private record Draft<T>(CsvRow row, T says) {}

    /** A record before the rows, null if it is new, and after those looked at till now. */
    private static final class Pending<T> {

        private final @Nullable T before;
        private @Nullable T after;

        Pending(@Nullable T before) {
            this.before = before;
            this.after = before;
        }
    }

    CsvOutcome run(List<CsvRow> rows) {
        rows.forEach(this::read);
        flush();
        return outcome;
    }

    /** What a cell of a reference's column means; empty if there is no such record. */
    @SuppressWarnings("unchecked") // ids are kept by the column that found them
    <R extends Entity<R>> Optional<Id<R>> known(Column.Referring<T, R, ?> column, String cell) {
        Map<String, Id<?>> ids = references.computeIfAbsent(column, each -> new HashMap<>());
        Id<?> id = ids.get(cell);
        if (id == null) {
            Optional<Id<R>> found = column.find(session, cell);
            if (found.isEmpty() && column.target().name().equals(type.name()) && !waiting.isEmpty()) {
                flush(); // an earlier row may be what is meant
                found = column.find(session, cell);
            }
            found.ifPresent(there -> ids.put(cell, there));
            return found;
        }
        return Optional.of((Id<R>) id);
    }

    private void read(CsvRow row) {
        List<RowError> errors = new ArrayList<>();
        if (row.cells().size() != layout.headers().size()) {
            errors.add(new RowError(
                    row.number(),
                    "",
                    "has " + row.cells().size() + " cells, the header has "
                            + layout.headers().size()));
        } else {
            T says = type.blank();
            if (layout.id() >= 0 && !row.cells().get(layout.id()).isBlank()) {
                says = identified(says, row, errors);
            }
            for (Map.Entry<Integer, Column<T>> column : layout.columns().entrySet()) {
                String cell = row.cells().get(column.getKey());
                says = cell.isBlank() ? says : put(says, column.getValue(), cell, row, errors);
            }
            if (errors.isEmpty()) {
                waiting.add(new Draft<>(row, says));
                return;
            }
        }
        outcome.rejected(errors);
    }

    private T identified(T says, CsvRow row, List<RowError> errors) {
        try {
            return says.withId(Id.parse(row.cells().get(layout.id()).strip()));
        } catch (IllegalArgumentException e) {
            errors.add(new RowError(row.number(), CsvImport.ID, "must be a UUID"));
            return says;
        }
    }

    private T put(T says, Column<T> column, String cell, CsvRow row, List<RowError> errors) {
        String name = column.field().name();
        try {
            return column.put(says, cell, this);
        } catch (InvalidException e) {
            e.violations()
                    .forEach(each -> errors.add(new RowError(row.number(), layout.header(each.path()), each.reason())));
        } catch (IllegalArgumentException e) {
            String message = Objects.requireNonNullElse(e.getMessage(), "isn't allowed");
            String reason = message.startsWith(name + " ") ? message.substring(name.length() + 1) : message;
            errors.add(new RowError(row.number(), layout.header(name), reason));
        }
        return says;
    }

    private void flush() {
        List<Draft<T>> drafts = List.copyOf(waiting);
        waiting.clear();
        Map<Object, List<T>> stored = matching.find(
                session,
                type,
                drafts.stream()
                        .map(draft -> matching.key(draft.says()))
                        .filter(Objects::nonNull)
                        .toList());
        Map<Object, Pending<T>> pending = new LinkedHashMap<>();
        for (Draft<T> draft : drafts) {
            Object key = matching.key(draft.says());
            List<T> found = key == null ? List.of() : stored.getOrDefault(key, List.of());
            if (found.size() > 1) {
                reject(draft.row(), List.of(new Violation("", "several records match it")));
            } else {
                T before = found.isEmpty() ? null : found.get(0);
                merge(draft, pending.computeIfAbsent(key == null ? draft : key, each -> new Pending<>(before)));
            }
        }
        store(pending.values());
    }

    private void merge(Draft<T> draft, Pending<T> record) {
        T was = record.after;
        T is;
        try {
            is = was == null ? completing.apply(draft.says()) : was;
        } catch (InvalidException e) {
            reject(draft.row(), e.violations());
            return;
        }
        if (was != null) {
            for (Map.Entry<Integer, Column<T>> column : layout.columns().entrySet()) {
                if (!draft.row().cells().get(column.getKey()).isBlank()) {
                    is = column.getValue().copy(draft.says(), is);
                } else if (clearing) {
                    is = is.without(column.getValue().field());
                }
            }
        }
        @Nullable T before = record.before;
        List<Violation> violations = before == null ? type.violations(is) : type.violations(before, is);
        if (!violations.isEmpty()) {
            reject(draft.row(), violations);
        } else if (was == null) {
            outcome.added();
        } else if (was.equals(is)) {
            outcome.unchanged();
        } else {
            outcome.changed();
        }
        if (violations.isEmpty()) {
            record.after = is;
        }
    }

    private void store(Collection<Pending<T>> records) {
        List<T> added = new ArrayList<>();
        List<T> changed = new ArrayList<>();
        for (Pending<T> record : records) {
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
        outcome.rejected(row, violations, layout::header);
    }
}
