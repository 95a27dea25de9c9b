package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * A manager's adjustment of a forecast, with the amount before it. Never changed; a later one takes its place.
 * Immutable and thread-safe.
 */
public final class ForecastAdjustment extends Entity<ForecastAdjustment> {

    private static final EntityTypeBuilder<ForecastAdjustment> DECLARE =
            EntityType.define("forecast_adjustment", ForecastAdjustment::new);

    /** The sales representative whose forecast it adjusts. */
    public static final ReferenceField<ForecastAdjustment, SalesRep> SALES_REP =
            DECLARE.reference("sales_rep", "sales_rep", Trait.REQUIRED, Trait.INDEXED);
    /** The first day of the period. */
    public static final OrderedField<ForecastAdjustment, LocalDate> PERIOD_START =
            DECLARE.date("period_start", Trait.REQUIRED);
    /** The first day after it. */
    public static final OrderedField<ForecastAdjustment, LocalDate> PERIOD_END =
            DECLARE.date("period_end", Trait.REQUIRED);
    /** The number of the adjustment among those of this forecast, from 1. */
    public static final OrderedField<ForecastAdjustment, Long> REVISION = DECLARE.integer("round", Trait.REQUIRED);
    /** The weighted amount before the adjustment. */
    public static final MoneyField<ForecastAdjustment> ORIGINAL = DECLARE.money("original", Trait.REQUIRED);
    /** The expected amount. */
    public static final MoneyField<ForecastAdjustment> ADJUSTED = DECLARE.money("adjusted", Trait.REQUIRED);
    /** The reason. */
    public static final TextField<ForecastAdjustment> REASON = DECLARE.text("reason", 400, Trait.REQUIRED);
    /** The time of the adjustment. */
    public static final OrderedField<ForecastAdjustment, Instant> MADE_AT = DECLARE.instant("made_at", Trait.REQUIRED);
    /** The text form of the actor who made it. */
    public static final TextField<ForecastAdjustment> MADE_BY = DECLARE.key("made_by", 200, Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<ForecastAdjustment> TYPE = DECLARE.uniqueKey(
                    "one_of_each_round", SALES_REP, PERIOD_START, PERIOD_END, REVISION)
            .rule(ForecastAdjustment::consistent)
            .changeRule((before, after) ->
                    List.of(new Violation("", ViolationCode.FIXED, "an adjustment is never changed: make another")))
            .build();

    private ForecastAdjustment(EntityState<ForecastAdjustment> state) {
        super(state);
    }

    static ForecastAdjustment of(Id<SalesRep> rep, ForecastPeriod period, long round, Money original, Money adjusted) {
        return TYPE.newEntity()
                .with(SALES_REP, rep)
                .with(PERIOD_START, period.startInclusive())
                .with(PERIOD_END, period.endExclusive())
                .with(REVISION, round)
                .with(ORIGINAL, original)
                .with(ADJUSTED, adjusted);
    }

    /** Returns the sales representative whose forecast it adjusts. */
    public Id<SalesRep> salesRep() {
        return require(SALES_REP);
    }

    /** Returns the number of the adjustment among those of this forecast, from 1. */
    public long revision() {
        return require(REVISION);
    }

    /** Returns the weighted amount before the adjustment. */
    public Money original() {
        return require(ORIGINAL);
    }

    /** Returns the expected amount. */
    public Money adjusted() {
        return require(ADJUSTED);
    }

    private static List<Violation> consistent(ForecastAdjustment adjustment) {
        return adjustment
                        .original()
                        .getCurrencyUnit()
                        .equals(adjustment.adjusted().getCurrencyUnit())
                ? List.of()
                : List.of(new Violation(
                        ADJUSTED.name(), ViolationCode.CURRENCY, "must be in the currency of the original"));
    }
}
