package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.exchange.deals.DealImport.CellMapping;
import dev.clientele.b2b.exchange.deals.DealImport.DealImportColumn;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps a row to a deal. Pure but for the look-up of other records, which it is given. */
final class DealRowMapper {

    private final DealImport plan;
    private final ZoneId zone;
    private final Instant now;

    DealRowMapper(DealImport plan, ZoneId zone, Instant now) {
        this.plan = plan;
        this.zone = zone;
        this.now = now;
    }

    /** Finds the record that a cell names. */
    interface RecordLookup {

        /** Its id; an {@code IllegalArgumentException} if there is none, or several. */
        <R extends Entity<R>, V> Id<R> find(CellMapping.ReferenceMapping<R, V> other, String cell);
    }

    /** A cell that can't be taken. */
    static final class RejectedCellException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final String header;

        RejectedCellException(String header, String reason) {
            super(reason, null, false, false);
            this.header = header;
        }
    }

    Pipeline pipeline() {
        return plan.pipeline;
    }

    /** Returns the cells of each column that names other records. */
    Map<CellMapping, Set<String>> cellsByMapping(List<Map<String, String>> rows) {
        Map<CellMapping, Set<String>> cells = new HashMap<>();
        plan.sources.forEach((header, mapping) -> {
            if (mapping instanceof CellMapping.ReferenceMapping<?, ?>) {
                Set<String> column = cells.computeIfAbsent(mapping, first -> new LinkedHashSet<>());
                rows.forEach(row -> Optional.ofNullable(row.get(header)).ifPresent(column::add));
            }
        });
        return cells;
    }

    /** The id by which the deal is recognised, if the row has one. */
    Optional<String> externalId(Map<String, String> cells) {
        return cell(DealImportColumn.EXTERNAL_ID, cells).map(id -> Normalizer.normalize(id, Normalizer.Form.NFC));
    }

    /** The header of the column of ids. */
    String idHeader() {
        return header(DealImportColumn.EXTERNAL_ID);
    }

    /**
     * The deal after a row.
     *
     * @param before as it is stored, or null if it is new
     * @throws RejectedCellException if the row can't be taken
     */
    Opportunity apply(
            @Nullable Opportunity before,
            String externalId,
            Map<String, String> cells,
            Pipeline pipeline,
            RecordLookup lookup) {
        Stage target = target(cells, pipeline);
        Opportunity deal =
                before == null ? Opportunity.named(externalId).with(Opportunity.EXTERNAL_ID, externalId) : before;
        LocalDate closing = day(DealImportColumn.CLOSED_ON, cells);
        if (before == null) {
            Opportunity complete = plan.completing.apply(values(deal, cells, lookup, !target.isOpen()));
            deal = enter(complete, target, cells, pipeline);
        }
        deal = values(deal, cells, lookup, false);
        if (target.isOpen()) {
            deal = closing == null ? deal : deal.with(Opportunity.CLOSE_DATE, closing);
            return deal.stage().equals(target.id()) && deal.pipeline().equals(pipeline.id())
                    ? deal
                    : deal.movedTo(pipeline, target, start(entered(cells, null)));
        } else if (deal.kind() == target.kind()) {
            return deal;
        }
        return close(deal, target, closing, cells, pipeline);
    }

    private Opportunity enter(Opportunity deal, Stage target, Map<String, String> cells, Pipeline pipeline) {
        Stage open =
                target.isOpen() ? target : plan.before == null ? pipeline.firstStage() : pipeline.stage(plan.before);
        LocalDate closing = target.isOpen() ? null : day(DealImportColumn.CLOSED_ON, cells);
        return deal.movedTo(pipeline, open, start(entered(cells, closing)));
    }

    private Opportunity close(
            Opportunity deal, Stage target, @Nullable LocalDate closing, Map<String, String> cells, Pipeline pipeline) {
        if (closing == null) {
            throw new RejectedCellException(
                    header(DealImportColumn.CLOSED_ON), "must be a day, for the deal is closed");
        }
        LocalDate entered = day(DealImportColumn.ENTERED_ON, cells);
        if (entered != null && closing.isBefore(entered)) {
            throw new RejectedCellException(header(DealImportColumn.CLOSED_ON), "must not be before the day of entry");
        }
        Opportunity open = deal.isOpen() ? deal : deal.movedTo(pipeline, pipeline.firstStage(), start(closing));
        String reason = cell(DealImportColumn.REASON, cells).orElse(null);
        return target.kind() == StageKind.WON
                ? open.won(pipeline, start(closing), closing, reason)
                : open.lost(pipeline, start(closing), closing, reason == null ? plan.lostReason : reason);
    }

    /** With what the other columns say. */
    private Opportunity values(
            Opportunity deal, Map<String, String> cells, RecordLookup lookup, boolean withoutAmount) {
        Opportunity result = deal;
        for (Map.Entry<String, CellMapping> entry : plan.sources.entrySet()) {
            String cell = cells.get(entry.getKey());
            boolean amount = entry.getValue() instanceof CellMapping.FieldMapping<?> value
                    && value.field() == Opportunity.AMOUNT;
            if (cell != null && !(amount && withoutAmount)) {
                try {
                    result = with(result, entry.getValue(), cell, lookup);
                } catch (IllegalArgumentException e) {
                    throw new RejectedCellException(
                            entry.getKey(), Objects.requireNonNullElse(e.getMessage(), "isn't allowed"));
                }
            }
        }
        return result;
    }

    private static Opportunity with(Opportunity deal, CellMapping source, String cell, RecordLookup lookup) {
        if (source instanceof CellMapping.FieldMapping<?> value) {
            return read(deal, value, cell);
        } else if (source instanceof CellMapping.ReferenceMapping<?, ?> other) {
            return refer(deal, other, cell, lookup);
        }
        throw new AssertionError(source);
    }

    private static <V> Opportunity read(Opportunity deal, CellMapping.FieldMapping<V> value, String cell) {
        return deal.with(value.field(), value.read().apply(cell));
    }

    private static <R extends Entity<R>, V> Opportunity refer(
            Opportunity deal, CellMapping.ReferenceMapping<R, V> other, String cell, RecordLookup lookup) {
        return deal.with(other.field(), lookup.find(other, cell));
    }

    private Stage target(Map<String, String> cells, Pipeline pipeline) {
        String text = cell(DealImportColumn.STAGE, cells)
                .orElseThrow(() -> new RejectedCellException(header(DealImportColumn.STAGE), "is required"));
        return pipeline.findStage(text)
                .or(() -> pipeline.stages().stream()
                        .filter(stage -> stage.id().equalsIgnoreCase(text)
                                || stage.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElseThrow(() -> new RejectedCellException(
                        header(DealImportColumn.STAGE),
                        "must be one of "
                                + pipeline.stages().stream().map(Stage::name).toList()));
    }

    private LocalDate entered(Map<String, String> cells, @Nullable LocalDate closing) {
        LocalDate told = day(DealImportColumn.ENTERED_ON, cells);
        if (told != null) {
            return told;
        } else if (closing != null) {
            return closing;
        }
        return plan.undated == null ? LocalDate.ofInstant(now, zone) : plan.undated;
    }

    private @Nullable LocalDate day(DealImportColumn part, Map<String, String> cells) {
        try {
            return cell(part, cells).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new RejectedCellException(header(part), "must be a day such as 2027-01-31");
        }
    }

    private Optional<String> cell(DealImportColumn part, Map<String, String> cells) {
        return Optional.ofNullable(plan.headers.get(part)).map(cells::get);
    }

    private String header(DealImportColumn part) {
        return plan.headers.getOrDefault(part, "");
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
