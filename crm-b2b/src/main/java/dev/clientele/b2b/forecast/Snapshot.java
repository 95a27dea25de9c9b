package dev.clientele.b2b.forecast;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * A forecast as it stood once. Neither it nor its {@linkplain SnapshotEntry entries} ever change. Immutable and thread-safe.
 */
public final class Snapshot extends Entity<Snapshot> {

    private static final EntityTypeBuilder<Snapshot> DECLARE = EntityType.define("forecast_snapshot", Snapshot::new);

    /** What it is called. */
    public static final TextField<Snapshot> LABEL = DECLARE.text("label", 120, Trait.REQUIRED);
    /** When it was taken. */
    public static final OrderedField<Snapshot, Instant> TAKEN_AT =
            DECLARE.instant("taken_at", Trait.REQUIRED, Trait.INDEXED);
    /** The first day of the period. */
    public static final OrderedField<Snapshot, LocalDate> PERIOD_START = DECLARE.date("period_start", Trait.REQUIRED);
    /** The first day after it. */
    public static final OrderedField<Snapshot, LocalDate> PERIOD_END = DECLARE.date("period_end", Trait.REQUIRED);
    /** The currency into which deals were converted. */
    public static final CodedField<Snapshot, CurrencyUnit> CURRENCY = DECLARE.currency("currency", Trait.REQUIRED);
    /** How many deals it holds. */
    public static final OrderedField<Snapshot, Long> DEALS = DECLARE.integer("deals", Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<Snapshot> TYPE = DECLARE.changeRule(
                    (before, after) -> List.of(new Violation("", "a snapshot never changes")))
            .build();

    private Snapshot(EntityState<Snapshot> state) {
        super(state);
    }

    static Snapshot of(String label, Instant at, ForecastPeriod period, CurrencyUnit currency, long deals) {
        return TYPE.blank()
                .with(LABEL, label)
                .with(TAKEN_AT, at)
                .with(PERIOD_START, period.startInclusive())
                .with(PERIOD_END, period.endExclusive())
                .with(CURRENCY, currency)
                .with(DEALS, deals);
    }

    /** When it was taken. */
    public Instant takenAt() {
        return require(TAKEN_AT);
    }

    /** The deals that close in which period. */
    public ForecastPeriod period() {
        return ForecastPeriod.between(require(PERIOD_START), require(PERIOD_END));
    }

    /** The currency into which deals were converted. */
    public CurrencyUnit currency() {
        return require(CURRENCY);
    }
}
