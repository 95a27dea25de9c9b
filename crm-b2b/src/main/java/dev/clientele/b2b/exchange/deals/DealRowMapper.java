package dev.clientele.b2b.exchange.deals;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.deal.pipeline.StageVisit;
import dev.clientele.b2b.exchange.deals.DealImportPlan.CellMapping;
import dev.clientele.b2b.exchange.deals.DealImportPlan.DealImportColumn;
import dev.clientele.core.csv.CsvCellException;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Maps a row to a deal. Pure but for the look-up of other records, which it is given. */
final class DealRowMapper {

    private final DealImportPlan plan;
    private final ZoneId zone;
    private final Instant now;

    DealRowMapper(DealImportPlan plan, ZoneId zone, Instant now) {
        this.plan = plan;
        this.zone = zone;
        this.now = now;
    }

    /** Finds the record that a cell names. */
    interface RecordLookup {

        /** Its id; an {@code IllegalArgumentException} if there is none, or several. */
        <R extends Entity<R>, V> Id<R> find(CellMapping.ReferenceMapping<R, V> other, String cell);

        /** Its survivor's id, if it was merged into another. */
        <R> Id<R> resolveMerged(Id<R> id);
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

    /** Returns the ids of other records that the cells of these rows are. */
    Set<UUID> ids(List<Map<String, String>> rows) {
        Set<UUID> ids = new LinkedHashSet<>();
        plan.sources.forEach((header, mapping) -> {
            if (mapping instanceof CellMapping.FieldMapping<?> value && value.field() instanceof ReferenceField<?, ?>) {
                rows.forEach(row -> findId(value, row.get(header)).ifPresent(ids::add));
            }
        });
        return ids;
    }

    private static Optional<UUID> findId(CellMapping.FieldMapping<?> mapping, @Nullable String cell) {
        try {
            return cell != null && mapping.read().apply(cell) instanceof Id<?> id
                    ? Optional.of(id.value())
                    : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // told where the row is read
        }
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
     * @throws CsvCellException if the row can't be taken
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
        Money amount = amount(cells);
        if (before == null) {
            Opportunity complete = values(deal, cells, lookup);
            complete = target.isOpen() && amount != null ? complete.with(Opportunity.AMOUNT, amount) : complete;
            deal = enter(plan.completing.apply(complete), target, cells, pipeline);
        }
        deal = values(deal, cells, lookup);
        deal = amount == null ? deal : deal.with(Opportunity.AMOUNT, amount);
        if (target.isOpen()) {
            deal = closing == null ? deal : deal.with(Opportunity.CLOSE_DATE, closing);
            return deal.stage().equals(target.id()) && deal.pipeline().equals(pipeline.id())
                    ? correctEntry(deal, cells)
                    : deal.movedTo(pipeline, target, start(entered(cells, null)));
        } else if (deal.kind() == target.kind()) {
            return correctClosing(deal, closing, cells);
        }
        return close(deal, target, closing, cells, pipeline);
    }

    /** Returns the deal that another was merged into, with what it lacks of a row about that other; its stages are its own. */
    Opportunity complete(Opportunity survivor, Map<String, String> cells, RecordLookup lookup) {
        Opportunity result = survivor;
        for (Map.Entry<String, CellMapping> entry : plan.sources.entrySet()) {
            String cell = cells.get(entry.getKey());
            if (cell != null && result.find(entry.getValue().field()).isEmpty()) {
                Opportunity so = result;
                result = read(entry.getKey(), () -> with(so, entry.getValue(), cell, lookup));
            }
        }
        Money amount = result.find(Opportunity.AMOUNT).isPresent() ? null : amount(cells);
        return amount == null ? result : result.with(Opportunity.AMOUNT, amount);
    }

    /** Returns the deal with the entry into its open stage, or the one that it was closed from, on the day that the row tells. */
    private Opportunity correctEntry(Opportunity deal, Map<String, String> cells) {
        LocalDate entered = day(DealImportColumn.ENTERED_ON, cells);
        Instant known = deal.visits().stream()
                .filter(visit -> visit.kind() == StageKind.OPEN)
                .reduce((earlier, later) -> later)
                .map(StageVisit::enteredAt)
                .orElse(null);
        return entered == null
                        || known == null
                        || LocalDate.ofInstant(known, zone).equals(entered)
                ? deal
                : deal.withCorrectedEntry(start(entered));
    }

    /** Returns the closed deal with the days and the reason that the row tells. */
    private Opportunity correctClosing(Opportunity deal, @Nullable LocalDate closing, Map<String, String> cells) {
        requireOrder(closing, cells);
        Opportunity corrected = correctEntry(deal, cells);
        LocalDate knownDay = corrected.get(Opportunity.CLOSE_DATE);
        String knownReason = corrected.get(Opportunity.CLOSE_REASON);
        LocalDate day = closing == null ? knownDay : closing;
        String reason = cell(DealImportColumn.REASON, cells).orElse(knownReason);
        if (day == null || (day.equals(knownDay) && Objects.equals(reason, knownReason))) {
            return corrected;
        }
        Instant at = day.equals(knownDay) ? corrected.require(Opportunity.CLOSED_AT) : start(day);
        return corrected.withCorrectedClosing(at, day, reason);
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
            throw new CsvCellException(
                    header(DealImportColumn.CLOSED_ON),
                    ViolationCode.REQUIRED,
                    "must be a day, for the deal is closed");
        }
        requireOrder(closing, cells);
        Opportunity open = deal.isOpen()
                ? correctEntry(deal, cells)
                : deal.movedTo(pipeline, pipeline.firstStage(), start(closing));
        String reason = cell(DealImportColumn.REASON, cells).orElse(null);
        return target.kind() == StageKind.WON
                ? open.won(pipeline, start(closing), closing, reason)
                : open.lost(pipeline, start(closing), closing, reason == null ? plan.lostReason : reason);
    }

    private void requireOrder(@Nullable LocalDate closing, Map<String, String> cells) {
        LocalDate entered = day(DealImportColumn.ENTERED_ON, cells);
        if (closing != null && entered != null && closing.isBefore(entered)) {
            throw new CsvCellException(
                    header(DealImportColumn.CLOSED_ON),
                    new Violation("", ViolationCode.ORDER, "must not be before the day of entry")
                            .with("other", header(DealImportColumn.ENTERED_ON)));
        }
    }

    /** Returns the deal with what the other columns say. */
    private Opportunity values(Opportunity deal, Map<String, String> cells, RecordLookup lookup) {
        Opportunity result = deal;
        for (Map.Entry<String, CellMapping> entry : plan.sources.entrySet()) {
            String cell = cells.get(entry.getKey());
            if (cell != null) {
                Opportunity so = result;
                result = read(entry.getKey(), () -> with(so, entry.getValue(), cell, lookup));
            }
        }
        return result;
    }

    /** Returns what a reader of a cell gives; whatever it throws rejects the row. */
    private static <V> V read(String header, Supplier<V> read) {
        return CsvCellException.read(header, read);
    }

    private @Nullable Money amount(Map<String, String> cells) {
        String text = cell(DealImportColumn.AMOUNT, cells).orElse(null);
        if (text == null) {
            return null;
        }
        String code = cell(DealImportColumn.CURRENCY, cells).orElse(null);
        CurrencyUnit currency = plan.currency != null ? plan.currency : code == null ? null : currency(code);
        if (currency == null) {
            throw new CsvCellException(
                    header(DealImportColumn.CURRENCY), ViolationCode.REQUIRED, "is required beside an amount");
        }
        return read(header(DealImportColumn.AMOUNT), () -> plan.amounts.parse(text, currency));
    }

    private CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            throw new CsvCellException(
                    header(DealImportColumn.CURRENCY),
                    ViolationCode.FORM,
                    "must be a currency's ISO 4217 code such as EUR");
        }
    }

    private static Opportunity with(Opportunity deal, CellMapping source, String cell, RecordLookup lookup) {
        if (source instanceof CellMapping.FieldMapping<?> value) {
            return read(deal, value, cell, lookup);
        } else if (source instanceof CellMapping.ReferenceMapping<?, ?> other) {
            return refer(deal, other, cell, lookup);
        }
        throw new AssertionError(source);
    }

    @SuppressWarnings("unchecked") // an id in place of an id of the same type
    private static <V> Opportunity read(
            Opportunity deal, CellMapping.FieldMapping<V> mapping, String cell, RecordLookup lookup) {
        V value = mapping.read().apply(cell);
        return deal.with(mapping.field(), value instanceof Id<?> id ? (V) lookup.resolveMerged(id) : value);
    }

    private static <R extends Entity<R>, V> Opportunity refer(
            Opportunity deal, CellMapping.ReferenceMapping<R, V> other, String cell, RecordLookup lookup) {
        return deal.with(other.field(), lookup.find(other, cell));
    }

    private Stage target(Map<String, String> cells, Pipeline pipeline) {
        String text = cell(DealImportColumn.STAGE, cells)
                .orElseThrow(() ->
                        new CsvCellException(header(DealImportColumn.STAGE), ViolationCode.REQUIRED, "is required"));
        return pipeline.findStage(text)
                .or(() -> pipeline.stages().stream()
                        .filter(stage -> stage.id().equalsIgnoreCase(text)
                                || stage.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElseThrow(() -> new CsvCellException(
                        header(DealImportColumn.STAGE),
                        ViolationCode.FORM,
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
        String text = cell(part, cells).orElse(null);
        return text == null ? null : read(header(part), () -> plan.days.parse(text));
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
