package dev.clientele.b2b.insight.forecast;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * A stored forecast as it was at one time. Neither it nor its {@linkplain ForecastSnapshotEntry entries} ever change.
 * Immutable and thread-safe.
 */
public final class ForecastSnapshot extends Entity<ForecastSnapshot> {

    private static final EntityTypeBuilder<ForecastSnapshot> DECLARE =
            EntityType.define("forecast_snapshot", ForecastSnapshot::new);

    /** The label. */
    public static final TextField<ForecastSnapshot> LABEL = DECLARE.text("label", 120, Trait.REQUIRED);
    /** The time of the snapshot. */
    public static final OrderedField<ForecastSnapshot, Instant> TAKEN_AT =
            DECLARE.instant("taken_at", Trait.REQUIRED, Trait.INDEXED);
    /** The first day of the period. */
    public static final OrderedField<ForecastSnapshot, LocalDate> PERIOD_START =
            DECLARE.date("period_start", Trait.REQUIRED);
    /** The first day after it. */
    public static final OrderedField<ForecastSnapshot, LocalDate> PERIOD_END =
            DECLARE.date("period_end", Trait.REQUIRED);
    /** The currency into which deals were converted. */
    public static final CodedField<ForecastSnapshot, CurrencyUnit> CURRENCY =
            DECLARE.currency("currency", Trait.REQUIRED);
    /** The number of deals in it. */
    public static final OrderedField<ForecastSnapshot, Long> DEALS = DECLARE.integer("deals", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<ForecastSnapshot> TYPE = DECLARE.changeRule(
                    (before, after) -> List.of(new Violation("", ViolationCode.FIXED, "a snapshot never changes")))
            .build();

    private ForecastSnapshot(EntityState<ForecastSnapshot> state) {
        super(state);
    }

    static ForecastSnapshot of(String label, Instant at, ForecastPeriod period, CurrencyUnit currency, long deals) {
        return TYPE.newEntity()
                .with(LABEL, label)
                .with(TAKEN_AT, at)
                .with(PERIOD_START, period.startInclusive())
                .with(PERIOD_END, period.endExclusive())
                .with(CURRENCY, currency)
                .with(DEALS, deals);
    }

    /** Returns the time of the snapshot. */
    public Instant takenAt() {
        return require(TAKEN_AT);
    }

    /** Returns the period in which its deals close. */
    public ForecastPeriod period() {
        return ForecastPeriod.between(require(PERIOD_START), require(PERIOD_END));
    }

    /** Returns the currency into which deals were converted. */
    public CurrencyUnit currency() {
        return require(CURRENCY);
    }
}
