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
import org.jspecify.annotations.Nullable;

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

    private ForecastSnapshotEntry(EventState<ForecastSnapshotEntry> state) {
        super(state);
    }

    /**
     * The state of one deal, as far as a snapshot keeps it.
     *
     * @param value the amount in the snapshot's currency
     */
    record DealState(
            Id<Opportunity> deal,
            @Nullable Id<SalesRep> owner,
            String stage,
            ForecastCategory category,
            BigDecimal probability,
            @Nullable Money amount,
            Money value,
            LocalDate closeDate) {

        static DealState of(Opportunity deal, Money value) {
            return new DealState(
                    deal.id(),
                    deal.get(Opportunity.OWNER),
                    deal.stage(),
                    deal.require(Opportunity.CATEGORY),
                    deal.probability(),
                    deal.get(Opportunity.AMOUNT),
                    value,
                    deal.require(Opportunity.CLOSE_DATE));
        }
    }

    static ForecastSnapshotEntry of(Id<ForecastSnapshot> snapshot, Instant takenAt, Opportunity deal, Money value) {
        return of(snapshot, takenAt, DealState.of(deal, value));
    }

    static ForecastSnapshotEntry of(Id<ForecastSnapshot> snapshot, Instant takenAt, DealState state) {
        return TYPE.newEvent(takenAt, snapshot)
                .withSubject(state.deal())
                .withExternalId("forecast", snapshot + "/" + state.deal())
                .with(SNAPSHOT, snapshot)
                .with(OPPORTUNITY, state.deal())
                .with(OWNER, state.owner())
                .with(STAGE, state.stage())
                .with(CATEGORY, state.category())
                .with(PROBABILITY, state.probability())
                .with(AMOUNT, state.amount())
                .with(VALUE, state.value())
                .with(WEIGHTED, weighted(state.value(), state.probability()))
                .with(CLOSE_DATE, state.closeDate());
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
