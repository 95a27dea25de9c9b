package dev.clientele.b2b.exchange;

import dev.clientele.b2b.exchange.DealImport.Part;
import dev.clientele.b2b.exchange.DealImport.Source;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.pipeline.Stage;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row makes of a deal. Pure but for the look-up of other records, which it is given. */
final class DealReading {

    private final DealImport plan;
    private final ZoneId zone;
    private final Instant now;

    DealReading(DealImport plan, ZoneId zone, Instant now) {
        this.plan = plan;
        this.zone = zone;
        this.now = now;
    }

    /** Finds the record that a cell names. */
    interface Lookup {

        /** Its id; an {@code IllegalArgumentException} if there is none, or several. */
        <R extends Entity<R>, V> Id<R> find(Source.Other<R, V> other, String cell);
    }

    /** A cell that can't be taken. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final String header;

        Refused(String header, String reason) {
            super(reason, null, false, false);
            this.header = header;
        }
    }

    Pipeline pipeline() {
        return plan.pipeline;
    }

    /** The id by which the deal is recognised, if the row has one. */
    Optional<String> externalId(Map<String, String> cells) {
        return cell(Part.EXTERNAL_ID, cells).map(id -> Normalizer.normalize(id, Normalizer.Form.NFC));
    }

    /** The header of the column of ids. */
    String idHeader() {
        return header(Part.EXTERNAL_ID);
    }

    /**
     * The deal after a row.
     *
     * @param before as it is stored, or null if it is new
     * @throws Refused if the row can't be taken
     */
    Opportunity after(
            @Nullable Opportunity before,
            String externalId,
            Map<String, String> cells,
            Pipeline pipeline,
            Lookup lookup) {
        Stage target = target(cells, pipeline);
        Opportunity deal =
                before == null ? Opportunity.named(externalId).with(Opportunity.EXTERNAL_ID, externalId) : before;
        LocalDate closing = day(Part.CLOSED_ON, cells);
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
        LocalDate closing = target.isOpen() ? null : day(Part.CLOSED_ON, cells);
        return deal.movedTo(pipeline, open, start(entered(cells, closing)));
    }

    private Opportunity close(
            Opportunity deal, Stage target, @Nullable LocalDate closing, Map<String, String> cells, Pipeline pipeline) {
        if (closing == null) {
            throw new Refused(header(Part.CLOSED_ON), "must be a day, for the deal is closed");
        }
        LocalDate entered = day(Part.ENTERED_ON, cells);
        if (entered != null && closing.isBefore(entered)) {
            throw new Refused(header(Part.CLOSED_ON), "must not be before the day of entry");
        }
        Opportunity open = deal.isOpen() ? deal : deal.movedTo(pipeline, pipeline.firstStage(), start(closing));
        String reason = cell(Part.REASON, cells).orElse(null);
        return target.kind() == StageKind.WON
                ? open.won(pipeline, start(closing), closing, reason)
                : open.lost(pipeline, start(closing), closing, reason == null ? plan.lostReason : reason);
    }

    /** With what the other columns say. */
    private Opportunity values(Opportunity deal, Map<String, String> cells, Lookup lookup, boolean withoutAmount) {
        Opportunity result = deal;
        for (Map.Entry<String, Source> entry : plan.sources.entrySet()) {
            String cell = cells.get(entry.getKey());
            boolean amount = entry.getValue() instanceof Source.Value<?> value && value.field() == Opportunity.AMOUNT;
            if (cell != null && !(amount && withoutAmount)) {
                try {
                    result = with(result, entry.getValue(), cell, lookup);
                } catch (IllegalArgumentException e) {
                    throw new Refused(entry.getKey(), Objects.requireNonNullElse(e.getMessage(), "isn't allowed"));
                }
            }
        }
        return result;
    }

    private static Opportunity with(Opportunity deal, Source source, String cell, Lookup lookup) {
        if (source instanceof Source.Value<?> value) {
            return read(deal, value, cell);
        } else if (source instanceof Source.Other<?, ?> other) {
            return refer(deal, other, cell, lookup);
        }
        throw new AssertionError(source);
    }

    private static <V> Opportunity read(Opportunity deal, Source.Value<V> value, String cell) {
        return deal.with(value.field(), value.read().apply(cell));
    }

    private static <R extends Entity<R>, V> Opportunity refer(
            Opportunity deal, Source.Other<R, V> other, String cell, Lookup lookup) {
        return deal.with(other.field(), lookup.find(other, cell));
    }

    private Stage target(Map<String, String> cells, Pipeline pipeline) {
        String text = cell(Part.STAGE, cells).orElseThrow(() -> new Refused(header(Part.STAGE), "is required"));
        return pipeline.findStage(text)
                .or(() -> pipeline.stages().stream()
                        .filter(stage -> stage.id().equalsIgnoreCase(text)
                                || stage.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElseThrow(() -> new Refused(
                        header(Part.STAGE),
                        "must be one of "
                                + pipeline.stages().stream().map(Stage::name).toList()));
    }

    private LocalDate entered(Map<String, String> cells, @Nullable LocalDate closing) {
        LocalDate told = day(Part.ENTERED_ON, cells);
        if (told != null) {
            return told;
        } else if (closing != null) {
            return closing;
        }
        return plan.undated == null ? LocalDate.ofInstant(now, zone) : plan.undated;
    }

    private @Nullable LocalDate day(Part part, Map<String, String> cells) {
        try {
            return cell(part, cells).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw new Refused(header(part), "must be a day such as 2027-01-31");
        }
    }

    private Optional<String> cell(Part part, Map<String, String> cells) {
        return Optional.ofNullable(plan.headers.get(part)).map(cells::get);
    }

    private String header(Part part) {
        return plan.headers.getOrDefault(part, "");
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
