package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;

/** How one deal stood when a snapshot was taken. Immutable and thread-safe. */
public final class ForecastSnapshotEntry extends Event<ForecastSnapshotEntry> {

    private static final EventTypeBuilder<ForecastSnapshotEntry> DECLARE =
            EventType.define("forecast_entry", ForecastSnapshotEntry::new);

    /** In which snapshot. */
    public static final ReferenceField<ForecastSnapshotEntry, ForecastSnapshot> SNAPSHOT =
            DECLARE.reference("snapshot", "forecast_snapshot", Trait.REQUIRED, Trait.INDEXED);
    /** Which deal. */
    public static final ReferenceField<ForecastSnapshotEntry, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED);
    /** Who sold it then. */
    public static final ReferenceField<ForecastSnapshotEntry, SalesRep> OWNER = DECLARE.reference("owner", "sales_rep");
    /** The stage's id then. */
    public static final TextField<ForecastSnapshotEntry> STAGE = DECLARE.key("stage", 40, Trait.REQUIRED);
    /** How firmly it was counted on. */
    public static final CodedField<ForecastSnapshotEntry, ForecastCategory> CATEGORY =
            DECLARE.choice("category", ForecastCategory.class, Trait.REQUIRED);
    /** How likely it was. */
    public static final OrderedField<ForecastSnapshotEntry, BigDecimal> PROBABILITY =
            DECLARE.decimal("probability", 4, Trait.REQUIRED);
    /** What it was worth, in its own currency. */
    public static final MoneyField<ForecastSnapshotEntry> AMOUNT = DECLARE.money("amount");
    /** What it was worth, in the snapshot's currency. */
    public static final MoneyField<ForecastSnapshotEntry> VALUE = DECLARE.money("value", Trait.REQUIRED);
    /** That, weighted with the probability. */
    public static final MoneyField<ForecastSnapshotEntry> WEIGHTED = DECLARE.money("weighted", Trait.REQUIRED);
    /** When it was expected to close, or had closed. */
    public static final OrderedField<ForecastSnapshotEntry, LocalDate> CLOSE_DATE =
            DECLARE.date("close_date", Trait.REQUIRED);

    /** The declaration. */
    public static final EventType<ForecastSnapshotEntry> TYPE = DECLARE.build();

    private ForecastSnapshotEntry(EventState<ForecastSnapshotEntry> state) {
        super(state);
    }

    static ForecastSnapshotEntry of(Id<ForecastSnapshot> snapshot, Instant takenAt, Opportunity deal, Money value) {
        return TYPE.newEvent(takenAt, snapshot)
                .withSubject(deal.id())
                .withExternalId("forecast", snapshot + "/" + deal.id())
                .with(SNAPSHOT, snapshot)
                .with(OPPORTUNITY, deal.id())
                .with(OWNER, deal.get(Opportunity.OWNER))
                .with(STAGE, deal.stage())
                .with(CATEGORY, deal.require(Opportunity.CATEGORY))
                .with(PROBABILITY, deal.probability())
                .with(AMOUNT, deal.get(Opportunity.AMOUNT))
                .with(VALUE, value)
                .with(WEIGHTED, weighted(value, deal.probability()))
                .with(CLOSE_DATE, deal.require(Opportunity.CLOSE_DATE));
    }

    static Money weighted(Money value, BigDecimal probability) {
        return value.multipliedBy(probability, RoundingMode.HALF_EVEN);
    }

    /** Which deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** How firmly it was counted on. */
    public ForecastCategory category() {
        return require(CATEGORY);
    }

    /** How likely it was. */
    public BigDecimal probability() {
        return require(PROBABILITY);
    }

    /** What it was worth, in the snapshot's currency. */
    public Money value() {
        return require(VALUE);
    }

    /** That, weighted with the probability and rounded half to even. */
    public Money weighted() {
        return require(WEIGHTED);
    }

    /** When it was expected to close, or had closed. */
    public LocalDate closeDate() {
        return require(CLOSE_DATE);
    }
}
