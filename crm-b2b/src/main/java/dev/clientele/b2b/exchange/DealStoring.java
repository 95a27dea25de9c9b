package dev.clientele.b2b.exchange;

import dev.clientele.b2b.exchange.DealImport.Source;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.pipeline.Pipelines;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.ClienteleException;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores deals by hundreds and finds the rows on whose account storage refuses some by halving them. Not thread-safe. */
final class DealStoring {

    private static final int BATCH = 500;
    private static final int KEPT_ERRORS = 10_000;

    private final CrmSession session;
    private final DealReading reading;
    private final boolean dryRun;
    private final Set<String> tried = new HashSet<>();
    private final Map<Source, Map<String, Id<?>>> found = new HashMap<>();

    DealStoring(CrmSession session, DealReading reading, boolean dryRun) {
        this.session = session;
        this.reading = reading;
        this.dryRun = dryRun;
    }

    /** What came of some rows. */
    private static final class Outcome {
        private long added;
        private long changed;
        private long unchanged;
        private final List<RowError> errors = new ArrayList<>();
        private final Set<Long> rejected = new HashSet<>();
        private final Set<String> ids = new HashSet<>();

        void reject(long row, String column, String reason) {
            rejected.add(row);
            errors.add(new RowError(row, column, reason));
        }

        Outcome plus(Outcome other) {
            added += other.added;
            changed += other.changed;
            unchanged += other.unchanged;
            errors.addAll(other.errors);
            rejected.addAll(other.rejected);
            ids.addAll(other.ids);
            return this;
        }
    }

    /** Ends a transaction without committing it. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this class
        private final Outcome outcome;

        TakenBack(Outcome outcome) {
            super("taken back", null, false, false);
            this.outcome = outcome;
        }
    }

    ImportReport run(DealRows file) {
        Outcome all = new Outcome();
        for (List<DealRows.Row> rows = file.next(BATCH); !rows.isEmpty(); rows = file.next(BATCH)) {
            Outcome outcome = store(rows);
            tried.addAll(outcome.ids);
            outcome.ids.clear();
            all.plus(outcome);
        }
        RowError broken = file.broken();
        List<RowError> errors = new ArrayList<>(all.errors);
        errors.sort(Comparator.comparingLong(RowError::row));
        if (broken != null) {
            errors.add(broken);
        }
        long rejected = all.rejected.size();
        return new ImportReport(
                all.added + all.changed + all.unchanged + rejected,
                all.added,
                all.changed,
                all.unchanged,
                rejected,
                errors.subList(0, Math.min(errors.size(), KEPT_ERRORS)),
                file.ignored(),
                broken == null,
                dryRun);
    }

    private Outcome store(List<DealRows.Row> rows) {
        try {
            return session.inTransaction(tx -> {
                Outcome outcome = batch(tx, rows);
                if (dryRun) {
                    throw new TakenBack(outcome);
                }
                return outcome;
            });
        } catch (TakenBack end) {
            return end.outcome;
        } catch (InvalidException | DuplicateException | DeniedException | NotFoundException e) {
            if (rows.size() == 1) {
                return refused(rows.get(0), e);
            }
            int half = rows.size() / 2;
            return store(rows.subList(0, half)).plus(store(rows.subList(half, rows.size())));
        }
    }

    private static Outcome refused(DealRows.Row row, ClienteleException why) {
        Outcome outcome = new Outcome();
        if (why instanceof InvalidException invalid) {
            for (Violation violation : invalid.violations()) {
                outcome.reject(row.number(), violation.path(), violation.reason());
            }
        } else {
            outcome.reject(row.number(), "", Objects.requireNonNullElse(why.getMessage(), "is refused"));
        }
        return outcome;
    }

    private Outcome batch(CrmSession tx, List<DealRows.Row> rows) {
        Outcome outcome = new Outcome();
        Pipeline pipeline = new Pipelines(tx).stored(reading.pipeline());
        Map<String, Opportunity> stored = stored(tx, rows);
        Map<String, Opportunity> current = new LinkedHashMap<>(stored);
        for (DealRows.Row row : rows) {
            take(tx, row, pipeline, current, outcome);
        }
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
        tx.repository(Opportunity.TYPE).addAll(added);
        tx.repository(Opportunity.TYPE).saveAll(changed);
        return outcome;
    }

    private Map<String, Opportunity> stored(CrmSession tx, List<DealRows.Row> rows) {
        Set<String> ids = new HashSet<>();
        for (DealRows.Row row : rows) {
            Map<String, String> cells = row.cells();
            if (cells != null) {
                reading.externalId(cells).ifPresent(ids::add);
            }
        }
        Map<String, Opportunity> stored = new HashMap<>();
        try (Stream<Opportunity> deals =
                tx.repository(Opportunity.TYPE).query(Opportunity.EXTERNAL_ID.in(ids)).stream()) {
            deals.forEach(deal -> stored.put(deal.require(Opportunity.EXTERNAL_ID), deal));
        }
        return stored;
    }

    private void take(
            CrmSession tx, DealRows.Row row, Pipeline pipeline, Map<String, Opportunity> current, Outcome outcome) {
        Map<String, String> cells = row.cells();
        if (cells == null) {
            outcome.reject(row.number(), "", "has another number of cells than the header");
            return;
        }
        String id = reading.externalId(cells).orElse(null);
        if (id == null) {
            outcome.reject(row.number(), reading.idHeader(), "is required");
            return;
        }
        Opportunity before = current.get(id);
        try {
            Opportunity after = reading.after(before, id, cells, pipeline, new Finding(tx));
            List<Violation> violations = Opportunity.TYPE.violations(after);
            if (!violations.isEmpty()) {
                violations.forEach(violation -> outcome.reject(row.number(), violation.path(), violation.reason()));
                return;
            }
            current.put(id, after);
            outcome.ids.add(id);
            if (Objects.equals(before, after)) {
                outcome.unchanged++;
            } else if (before == null && !tried.contains(id)) {
                outcome.added++;
            } else {
                outcome.changed++;
            }
        } catch (DealReading.Refused refused) {
            outcome.reject(row.number(), refused.header, Objects.requireNonNullElse(refused.getMessage(), ""));
        } catch (InvalidException invalid) {
            invalid.violations().forEach(each -> outcome.reject(row.number(), each.path(), each.reason()));
        }
    }

    /** Looks records up once for each cell that names one. */
    private final class Finding implements DealReading.Lookup {

        private final CrmSession tx;

        Finding(CrmSession tx) {
            this.tx = tx;
        }

        @Override
        @SuppressWarnings("unchecked") // ids are kept by the column that found them
        public <R extends Entity<R>, V> Id<R> find(Source.Other<R, V> other, String cell) {
            Map<String, Id<?>> ids = found.computeIfAbsent(other, unused -> new HashMap<>());
            @Nullable Id<?> known = ids.get(cell);
            if (known != null) {
                return (Id<R>) known;
            }
            List<R> matching = tx.repository(other.target())
                    .query(other.by().is(other.by().parse(cell)))
                    .page(2)
                    .items();
            if (matching.size() != 1) {
                throw new IllegalArgumentException((matching.isEmpty() ? "no " : "more than one ")
                        + other.target().name() + " has this " + other.by().name());
            }
            ids.put(cell, matching.get(0).id());
            return matching.get(0).id();
        }
    }
}
