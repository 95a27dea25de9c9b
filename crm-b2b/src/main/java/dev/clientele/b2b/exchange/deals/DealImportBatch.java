package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Pipelines;
import dev.clientele.b2b.exchange.deals.DealImportPlan.CellMapping;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvCellException;
import dev.clientele.core.csv.CsvImportCounter;
import dev.clientele.core.csv.CsvRow;
import dev.clientele.core.csv.ReferenceLookup;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.MergedIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Some rows of deals in one transaction. Later rows see what earlier ones did. Not thread-safe. */
final class DealImportBatch implements DealRowMapper.RecordLookup {

    private final CrmSession transaction;
    private final DealRowMapper reading;
    private final DealImportColumns columns;
    private final Pipeline pipeline;
    private final CsvImportCounter outcome = new CsvImportCounter();
    private final Map<String, Opportunity> current = new LinkedHashMap<>();
    private final Map<CellMapping, Set<String>> cellsOf;
    private final Map<CellMapping, ReferenceLookup<?, ?>> lookups = new HashMap<>();
    private final Map<UUID, UUID> survivorIds;
    /** The deals that stand in the place of merged ones, by the external ids of those. */
    private final Map<String, List<Opportunity>> survivors = new HashMap<>();

    DealImportBatch(CrmSession transaction, DealRowMapper reading, DealImportColumns columns, List<CsvRow> rows) {
        this.transaction = transaction;
        this.reading = reading;
        this.columns = columns;
        this.pipeline = new Pipelines(transaction).getOrCreate(reading.pipeline());
        List<Map<String, String>> cells = rows.stream().map(columns::cells).toList();
        this.cellsOf = reading.cellsByMapping(cells);
        this.survivorIds = new MergedIds(transaction).findSurvivors(reading.ids(cells));
    }

    CsvImportCounter run(List<CsvRow> rows) {
        Map<String, Opportunity> stored = stored(rows);
        current.putAll(stored);
        rows.forEach(this::importRow);
        List<Opportunity> added = new ArrayList<>();
        List<Opportunity> changed = new ArrayList<>();
        current.forEach((id, deal) -> {
            Opportunity before = stored.get(id);
            if (before == null) {
                added.add(deal);
            } else if (!before.equals(deal)) {
                changed.add(deal);
            }
        });
        transaction.repository(Opportunity.TYPE).addAll(added);
        transaction.repository(Opportunity.TYPE).saveAll(changed);
        return outcome;
    }

    private Map<String, Opportunity> stored(List<CsvRow> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> reading.externalId(columns.cells(row)).ifPresent(ids::add));
        Map<String, Opportunity> stored = new HashMap<>();
        try (Stream<Opportunity> deals =
                transaction.repository(Opportunity.TYPE).query(Opportunity.EXTERNAL_ID.in(ids)).stream()) {
            deals.forEach(deal -> stored.put(slot(deal), deal));
        }
        ids.removeAll(stored.keySet());
        new MergedIds(transaction)
                .resolveKeys(Opportunity.TYPE, Opportunity.EXTERNAL_ID, ids)
                .forEach((id, found) -> survivors.put(
                        id, transaction.repository(Opportunity.TYPE).findAll(found)));
        survivors.values().forEach(found -> found.forEach(deal -> stored.putIfAbsent(slot(deal), deal)));
        return stored;
    }

    /** Returns the text by which a stored deal is known while these rows are read. */
    private static String slot(Opportunity deal) {
        return deal.find(Opportunity.EXTERNAL_ID).orElseGet(() -> "\0" + deal.id());
    }

    private void importRow(CsvRow row) {
        Map<String, String> cells = columns.cells(row);
        String id = reading.externalId(cells).orElse(null);
        if (id == null) {
            reject(row, reading.idHeader(), ViolationCode.REQUIRED, "is required");
        } else {
            importRow(row, cells, id);
        }
    }

    private void importRow(CsvRow row, Map<String, String> cells, String id) {
        List<Opportunity> survivor = survivors.getOrDefault(id, List.of());
        if (survivor.size() > 1) {
            reject(row, reading.idHeader(), ViolationCode.AMBIGUOUS, "several deals match it");
            return;
        }
        String slot = survivor.isEmpty() ? id : slot(survivor.get(0));
        Opportunity before = current.get(slot);
        try {
            Opportunity after = survivor.isEmpty() || before == null
                    ? reading.apply(before, id, cells, pipeline, this)
                    : reading.complete(before, cells, this);
            List<Violation> violations = Opportunity.TYPE.validate(after);
            if (!violations.isEmpty()) {
                outcome.addRejected(row, violations, UnaryOperator.identity());
                return;
            }
            current.put(slot, after);
            if (before == null) {
                outcome.countAdded();
            } else if (before.equals(after)) {
                outcome.countUnchanged();
            } else {
                outcome.countChanged();
            }
        } catch (CsvCellException refused) {
            outcome.addRejected(List.of(refused.error(row)));
        } catch (InvalidException invalid) {
            outcome.addRejected(row, invalid.violations(), UnaryOperator.identity());
        }
    }

    private void reject(CsvRow row, String header, String code, String reason) {
        outcome.addRejected(List.of(new RowError(row.number(), header, code, reason)));
    }

    @Override
    public <R> Id<R> resolveMerged(Id<R> id) {
        return Id.of(survivorIds.getOrDefault(id.value(), id.value()));
    }

    /** Returns the record that a cell names, of those that were looked up for all rows. */
    @Override
    @SuppressWarnings("unchecked") // lookups are kept by the column that they are of
    public <R extends Entity<R>, V> Id<R> find(CellMapping.ReferenceMapping<R, V> other, String cell) {
        ReferenceLookup<R, V> lookup = (ReferenceLookup<R, V>) lookups.computeIfAbsent(
                other,
                unused -> ReferenceLookup.of(
                        transaction, other.target(), other.by(), cellsOf.getOrDefault(other, Set.of())));
        Set<Id<R>> matching = lookup.find(cell);
        if (matching.size() != 1) {
            String type = other.target().name();
            throw new InvalidValueException(new Violation(
                            "",
                            matching.isEmpty() ? ViolationCode.NO_SUCH_RECORD : ViolationCode.AMBIGUOUS,
                            (matching.isEmpty() ? "no " : "more than one ") + type + " has this "
                                    + other.by().name())
                    .with("type", type));
        }
        return matching.iterator().next();
    }
}
