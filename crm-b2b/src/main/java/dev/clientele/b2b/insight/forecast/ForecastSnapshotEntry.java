package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** The state of one deal in a snapshot. Immutable and thread-safe. */
public final class ForecastSnapshotEntry extends Event<ForecastSnapshotEntry> {

    private static final EventTypeBuilder<ForecastSnapshotEntry> DECLARE =
            EventType.define("forecast_entry", ForecastSnapshotEntry::new);

    /** The snapshot. */
    public static final ReferenceField<ForecastSnapshotEntry, ForecastSnapshot> SNAPSHOT =
            DECLARE.reference("snapshot", "forecast_snapshot", Trait.REQUIRED, Trait.INDEXED);
    /** The deal. */
    public static final ReferenceField<ForecastSnapshotEntry, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.REQUIRED);
    /** The owner then. */
    public static final ReferenceField<ForecastSnapshotEntry, SalesRep> OWNER = DECLARE.reference("owner", "sales_rep");
    /** The id of the stage then. */
    public static final TextField<ForecastSnapshotEntry> STAGE = DECLARE.key("stage", 40, Trait.REQUIRED);
    /** The forecast category then. */
    public static final CodedField<ForecastSnapshotEntry, ForecastCategory> CATEGORY =
            DECLARE.choice("category", ForecastCategory.class, Trait.REQUIRED);
    /** The probability then. */
    public static final OrderedField<ForecastSnapshotEntry, BigDecimal> PROBABILITY =
            DECLARE.decimal("probability", 4, Trait.REQUIRED);
    /** The amount then, in the deal's own currency. */
    public static final MoneyField<ForecastSnapshotEntry> AMOUNT = DECLARE.money("amount");
    /** The amount then, in the snapshot's currency. */
    public static final MoneyField<ForecastSnapshotEntry> VALUE = DECLARE.money("value", Trait.REQUIRED);
    /** The amount in the snapshot's currency, weighted with the probability. */
    public static final MoneyField<ForecastSnapshotEntry> WEIGHTED = DECLARE.money("weighted", Trait.REQUIRED);
    /** The expected or actual close date then. */
    public static final OrderedField<ForecastSnapshotEntry, LocalDate> CLOSE_DATE =
            DECLARE.date("close_date", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EventType<ForecastSnapshotEntry> TYPE = DECLARE.build();

    /** The columns of a deal that are kept. */
    static final List<Field<Opportunity, ?>> COLUMNS = List.of(
            Opportunity.OWNER,
            Opportunity.STAGE,
            Opportunity.CATEGORY,
            Opportunity.PROBABILITY,
            Opportunity.AMOUNT,
            Opportunity.CLOSE_DATE);

    private ForecastSnapshotEntry(EventState<ForecastSnapshotEntry> state) {
        super(state);
    }

    static ForecastSnapshotEntry of(
            Id<ForecastSnapshot> snapshot, Instant takenAt, RecordColumns<Opportunity> deal, Money value) {
        BigDecimal probability = deal.require(Opportunity.PROBABILITY);
        return TYPE.newEvent(takenAt, snapshot)
                .withSubject(deal.id())
                .withExternalId("forecast", snapshot + "/" + deal.id())
                .with(SNAPSHOT, snapshot)
                .with(OPPORTUNITY, deal.id())
                .with(OWNER, deal.get(Opportunity.OWNER))
                .with(STAGE, deal.require(Opportunity.STAGE))
                .with(CATEGORY, deal.require(Opportunity.CATEGORY))
                .with(PROBABILITY, probability)
                .with(AMOUNT, deal.get(Opportunity.AMOUNT))
                .with(VALUE, value)
                .with(WEIGHTED, weighted(value, probability))
                .with(CLOSE_DATE, deal.require(Opportunity.CLOSE_DATE));
    }

    static Money weighted(Money value, BigDecimal probability) {
        return value.multipliedBy(probability, RoundingMode.HALF_EVEN);
    }

    /** Returns the deal. */
    public Id<Opportunity> opportunity() {
        return require(OPPORTUNITY);
    }

    /** Returns the forecast category then. */
    public ForecastCategory category() {
        return require(CATEGORY);
    }

    /** Returns the probability then. */
    public BigDecimal probability() {
        return require(PROBABILITY);
    }

    /** Returns the amount then, in the snapshot's currency. */
    public Money value() {
        return require(VALUE);
    }

    /** Returns the amount in the snapshot's currency, weighted with the probability and rounded half to even. */
    public Money weighted() {
        return require(WEIGHTED);
    }

    /** Returns the expected or actual close date then. */
    public LocalDate closeDate() {
        return require(CLOSE_DATE);
    }
}
