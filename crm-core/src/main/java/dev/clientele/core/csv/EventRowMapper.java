package dev.clientele.core.csv;

import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.EventImportPlan.FieldColumn;
import dev.clientele.core.csv.EventImportPlan.ReferenceColumn;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Maps rows to events, in one transaction. Not thread-safe. */
final class EventRowMapper<T extends Event<T>> {

    private final EventType<T> type;
    private final EventImportPlan<T> plan;
    private final CsvCells cells;
    private final ZoneId zone;
    private final Map<String, Function<String, Id<?>>> records = new HashMap<>();

    /** Looks up what the cells of these rows name. */
    EventRowMapper(
            CrmSession transaction, EventType<T> type, EventImportPlan<T> plan, CsvCells cells, List<CsvRow> rows) {
        this.type = type;
        this.plan = plan;
        this.cells = cells;
        this.zone = transaction.zone();
        plan.subjects.forEach((header, key) -> lookUp(transaction, header, key, rows));
        plan.references.forEach((header, column) -> lookUp(transaction, header, column.key(), rows));
    }

    private <R extends Entity<R>> void lookUp(
            CrmSession transaction, String header, RecordKey<R> key, List<CsvRow> rows) {
        Function<String, Set<Id<R>>> found = key.lookUp(transaction, cells.distinct(header, rows));
        records.put(header, cell -> key.findOne(found, header, cell));
    }

    /** Returns the key of a row's event, if the row has one. */
    static Optional<String> key(EventImportPlan<?> plan, CsvCells cells, CsvRow row) {
        return cells.find(plan.idHeader(), row)
                .map(id -> source(plan, cells, row).orElse("") + ":" + id);
    }

    private static Optional<String> source(EventImportPlan<?> plan, CsvCells cells, CsvRow row) {
        return Optional.ofNullable(plan.source)
                .or(() -> Optional.ofNullable(plan.sourceHeader).flatMap(header -> cells.find(header, row)));
    }

    /**
     * Returns the event of a row.
     *
     * @throws CsvCellException if the row can't be taken
     */
    T event(CsvRow row) {
        String id = cells.require(plan.idHeader(), row);
        String sourceColumn = plan.sourceHeader == null ? plan.idHeader() : plan.sourceHeader;
        String source = source(plan, cells, row)
                .orElseThrow(() -> new CsvCellException(sourceColumn, ViolationCode.REQUIRED, "is required"));
        Set<Id<?>> subjects = subjects(row);
        Instant at = plan.time().read(cells, row, plan.days, zone);
        T event = CsvCellException.read(
                plan.time().header(),
                () -> type.newEvent(at, subjects.iterator().next()));
        for (Id<?> subject : subjects) {
            T before = event;
            event = CsvCellException.read("", () -> before.withSubject(subject));
        }
        T about = event;
        event = CsvCellException.read(plan.idHeader(), () -> about.withExternalId(source, id));
        for (Map.Entry<String, FieldColumn<T, ?>> column : plan.fields.entrySet()) {
            event = with(event, column.getKey(), column.getValue(), row);
        }
        for (Map.Entry<String, ReferenceColumn<T, ?>> column : plan.references.entrySet()) {
            event = refer(event, column.getKey(), column.getValue(), row);
        }
        requireComplete(event);
        return event;
    }

    private Set<Id<?>> subjects(CsvRow row) {
        Set<Id<?>> subjects = new LinkedHashSet<>();
        plan.subjects.keySet().forEach(header -> find(header, row).ifPresent(subjects::add));
        if (subjects.isEmpty()) {
            throw new CsvCellException(plan.subjects.keySet().iterator().next(), ViolationCode.REQUIRED, "is required");
        }
        return subjects;
    }

    private Optional<Id<?>> find(String header, CsvRow row) {
        Function<String, Id<?>> record = records.getOrDefault(header, cell -> Id.parse(cell));
        return cells.find(header, row).map(record);
    }

    private <V> T with(T event, String header, FieldColumn<T, V> column, CsvRow row) {
        return cells.find(header, row)
                .map(cell -> CsvCellException.read(
                        header, () -> event.with(column.field(), column.read().apply(cell))))
                .orElse(event);
    }

    @SuppressWarnings("unchecked") // what the key of the reference's own type has found
    private <R extends Entity<R>> T refer(T event, String header, ReferenceColumn<T, R> column, CsvRow row) {
        return find(header, row)
                .map(id -> event.with(column.field(), (Id<R>) id))
                .orElse(event);
    }

    private void requireComplete(T event) {
        for (Field<T, ?> field : type.fields()) {
            if (field.hasTrait(Trait.REQUIRED) && event.find(field).isEmpty()) {
                throw new CsvCellException(plan.headerOf(field.name()), ViolationCode.REQUIRED, "is required");
            }
        }
    }
}
