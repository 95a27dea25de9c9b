package dev.clientele.b2b.deal.pipeline;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.catalog.LineItem;
import dev.clientele.b2b.catalog.LineTotals;
import dev.clientele.b2b.catalog.PriceBook;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal that an account may buy: its amount, probability, close date and stage. Immutable and thread-safe.
 *
 * <p>Start with {@link #of}, add what is known with {@code with}, and put it into a pipeline with {@link #openedIn};
 * the moves after that are pure functions too, without asking any {@link Gate}: {@link StageTransitionCheck} does that, and
 * every write by its {@link StageTransitionRule}, so that a move past a gate can't be stored. A move keeps stage, kind, probability, category and times in step and appends to the
 * {@link #visits}; a record in which they are out of step can't be stored, however it came about. The record holds the
 * latest visits, {@value #VISITS_IN_RECORD} at most, so that a move costs the same however many there were; the oldest go to
 * a log.
 *
 * <p>A deal may consist of lines of products; what it is worth then follows from them ({@link #withLines}).
 *
 * <p>A probability or category that somebody has set by hand holds through every move among open stages, and again
 * after a deal is reopened, until it is taken away.
 */
public final class Opportunity extends Entity<Opportunity> {

    /** The most stage visits of a deal that is added. A stored one may have any number, for the oldest leave its record. */
    public static final int MAX_VISITS = 1000;

    /** The number of stage visits in a stored deal's record at which its next move takes the oldest out of it. */
    public static final int VISITS_IN_RECORD = 50;

    /** The most people among whom a deal's credit is split. */
    public static final int MAX_SPLITS = 50;

    /** The most lines of one deal. */
    public static final int MAX_LINES = 500;

    private static final EntityTypeBuilder<Opportunity> DECLARE = EntityType.define("opportunity", Opportunity::new);

    /** The display name. */
    public static final TextField<Opportunity> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The id in the system that the record comes from. */
    public static final TextField<Opportunity> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The account that may buy; missing while it isn't known. */
    public static final ReferenceField<Opportunity, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.INDEXED);
    /** The sales representative who owns the deal. */
    public static final ReferenceField<Opportunity, SalesRep> OWNER =
            DECLARE.reference("owner", "sales_rep", Trait.INDEXED);
    /** The territory that it counts for. */
    public static final ReferenceField<Opportunity, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.INDEXED);
    /** The partner's account that sourced it; missing of a deal without a partner. */
    public static final ReferenceField<Opportunity, Account> SOURCED_BY =
            DECLARE.reference("sourced_by", "account", Trait.INDEXED);
    /** The amount; missing while it isn't known. It follows from the lines, if there are any. */
    public static final MoneyField<Opportunity> AMOUNT = DECLARE.money("amount");
    /** The discount against list price, as a share of 0 to 1; it follows from the lines, if there are any. */
    public static final OrderedField<Opportunity, BigDecimal> DISCOUNT = DECLARE.decimal("discount", 4);
    /** The price book by which its lines are priced. */
    public static final ReferenceField<Opportunity, PriceBook> PRICE_BOOK =
            DECLARE.reference("price_book", "price_book", Trait.INDEXED);
    /** The line items. Set by {@link #withLines}, which keeps the figures below and the amount in step. */
    public static final BodyField<Opportunity, List<LineItem>> LINES = DECLARE.list("lines", LineItem.class, MAX_LINES);
    /** The amount at list prices; missing without lines, as are the figures below. */
    public static final MoneyField<Opportunity> LIST_AMOUNT = DECLARE.money("list_amount");
    /** The part of the amount that is billed once. */
    public static final MoneyField<Opportunity> ONE_OFF_AMOUNT = DECLARE.money("one_off_amount");
    /** The annual recurring value. */
    public static final MoneyField<Opportunity> ANNUAL_AMOUNT = DECLARE.money("annual_amount");
    /** The largest discount of a line, which a dearer one may hide in {@link #DISCOUNT}. */
    public static final OrderedField<Opportunity, BigDecimal> MAX_LINE_DISCOUNT =
            DECLARE.decimal("deepest_discount", LineTotals.DISCOUNT_SCALE);
    /** The codes of the products in its lines. */
    public static final TextSetField<Opportunity> PRODUCTS = DECLARE.textSet("products", 64, Trait.INDEXED);
    /** The families of the products in its lines. */
    public static final TextSetField<Opportunity> FAMILIES = DECLARE.textSet("product_families", 120);
    /** The expected close date or, of a closed deal, the actual one. */
    public static final OrderedField<Opportunity, LocalDate> CLOSE_DATE = DECLARE.date("close_date", Trait.INDEXED);
    /** The host's own tags: product line, campaign or other words. */
    public static final TextSetField<Opportunity> TAGS = DECLARE.textSet("tags", 60, Trait.INDEXED);
    /** The source of the deal, such as a campaign. */
    public static final TextField<Opportunity> SOURCE = DECLARE.text("source", 120);
    /** The next step. */
    public static final TextField<Opportunity> NEXT_STEP = DECLARE.text("next_step", 400);
    /** The day by which the next step is due; missing if no day is set. */
    public static final OrderedField<Opportunity, LocalDate> NEXT_STEP_DUE = DECLARE.date("next_step_due");
    /** The credit splits, 100 percent in all; missing if the owner alone is credited. Set by {@link #withSplits}. */
    public static final BodyField<Opportunity, List<CreditSplit>> SPLITS =
            DECLARE.list("splits", CreditSplit.class, MAX_SPLITS);
    /** The credits beside the splits, such as a specialist's, in any percentages. Set by {@link #withOverlays}. */
    public static final BodyField<Opportunity, List<CreditSplit>> OVERLAYS =
            DECLARE.list("overlays", CreditSplit.class, MAX_SPLITS);
    /** The ids of all whom a split or overlay names, so that deals are found by them; kept in step with these. */
    public static final TextSetField<Opportunity> CREDITED_REPS = DECLARE.textSet("credited", 36, Trait.INDEXED);
    /** The free-text description. */
    public static final BodyField<Opportunity, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The pipeline that it goes through. */
    public static final ReferenceField<Opportunity, Pipeline> PIPELINE =
            DECLARE.reference("pipeline", "pipeline", Trait.REQUIRED, Trait.INDEXED);
    /** The id of the stage that it is in. */
    public static final TextField<Opportunity> STAGE = DECLARE.key("stage", 40, Trait.REQUIRED, Trait.INDEXED);
    /** The kind of stage it is in: open, won or lost. */
    public static final CodedField<Opportunity, StageKind> KIND =
            DECLARE.choice("kind", StageKind.class, Trait.REQUIRED);
    /** The time since which it is in its stage. */
    public static final OrderedField<Opportunity, Instant> STAGE_SINCE =
            DECLARE.instant("stage_since", Trait.REQUIRED, Trait.INDEXED);
    /** The id of the farthest open stage of its pipeline that it has reached; missing if it reached none. */
    public static final TextField<Opportunity> FURTHEST_STAGE = DECLARE.key("furthest_stage", 40);
    /**
     * The probability of winning in forecasts: the one set by hand, else the one learned, else the stage's; 1 if won, 0
     * if lost.
     */
    public static final OrderedField<Opportunity, BigDecimal> PROBABILITY =
            DECLARE.decimal("probability", Probability.SCALE, Trait.REQUIRED);
    /** The probability set by hand. */
    public static final OrderedField<Opportunity, BigDecimal> MANUAL_PROBABILITY =
            DECLARE.decimal("manual_probability", Probability.SCALE);
    /** The probability learned from other deals; missing unless it was computed since the deal came into its stage. */
    public static final OrderedField<Opportunity, BigDecimal> LEARNED_PROBABILITY =
            DECLARE.decimal("learned_probability", Probability.SCALE);
    /** The forecast category: the one set by hand, else the stage's. */
    public static final CodedField<Opportunity, ForecastCategory> CATEGORY =
            DECLARE.choice("category", ForecastCategory.class, Trait.REQUIRED);
    /** The forecast category set by hand. */
    public static final CodedField<Opportunity, ForecastCategory> MANUAL_CATEGORY =
            DECLARE.choice("manual_category", ForecastCategory.class);
    /** The time of its opening. */
    public static final OrderedField<Opportunity, Instant> OPENED_AT = DECLARE.instant("opened_at", Trait.REQUIRED);
    /** The time of its closing; missing while it is open. */
    public static final OrderedField<Opportunity, Instant> CLOSED_AT = DECLARE.instant("closed_at", Trait.INDEXED);
    /** The id of the open stage of its pipeline from which it was closed; missing while it is open, or if it was in none. */
    public static final TextField<Opportunity> CLOSED_FROM = DECLARE.key("closed_from", 40);
    /** The days from its opening to its closing, to the nearest; missing while it is open. */
    public static final OrderedField<Opportunity, Long> CYCLE_DAYS = DECLARE.integer("cycle_days");
    /** The reason for winning or losing it; missing while it is open. */
    public static final TextField<Opportunity> CLOSE_REASON = DECLARE.text("close_reason", 200, Trait.INDEXED);
    /** The competitor against whom it was won or lost; missing while it is open. */
    public static final TextField<Opportunity> COMPETITOR = DECLARE.text("competitor", 200);
    /** The visits of stages, the first one first; without those that have left the record. */
    public static final BodyField<Opportunity, List<StageVisit>> VISITS =
            DECLARE.list("visits", StageVisit.class, MAX_VISITS, Trait.REQUIRED);
    /** The totals of the visits that have left the record; missing if none has. Kept by moves. */
    public static final BodyField<Opportunity, EarlierVisits> EARLIER_VISITS =
            DECLARE.structured("earlier_visits", EarlierVisits.class);

    static {
        DECLARE.index("by_kind_and_close_date", KIND, CLOSE_DATE);
        DECLARE.index("by_kind_and_cycle_days", KIND, CYCLE_DAYS);
        DECLARE.index("by_pipeline_and_stage", PIPELINE, STAGE);
    }

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Opportunity> TYPE = DECLARE.rule(OpportunityRules::violations)
            .changeRule(OpportunityRules::changeViolations)
            .upcast(OpportunityUpcast::withClosing)
            .sinceOwnChains()
            .build();

    private Opportunity(EntityState<Opportunity> state) {
        super(state);
    }

    /** Returns a deal that is in no pipeline yet. */
    public static Opportunity named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }

    /** Returns a deal with an account, with the account's owner and territory; in no pipeline yet. */
    public static Opportunity of(Account account, String name) {
        return named(name)
                .with(ACCOUNT, account.id())
                .with(OWNER, account.get(Account.OWNER))
                .with(TERRITORY, account.get(Account.TERRITORY));
    }

    /** Returns the display name. */
    public String name() {
        return require(NAME);
    }

    /** Returns the pipeline that it goes through. */
    public Id<Pipeline> pipeline() {
        return require(PIPELINE);
    }

    /** Returns the id of the stage that it is in. */
    public String stage() {
        return require(STAGE);
    }

    /** Returns the kind of stage it is in: open, won or lost. */
    public StageKind kind() {
        return require(KIND);
    }

    /** Returns whether it is neither won nor lost. */
    public boolean isOpen() {
        return kind() == StageKind.OPEN;
    }

    /** Returns the probability of winning in forecasts. */
    public BigDecimal probability() {
        return require(PROBABILITY);
    }

    /** Returns the visits of stages, the first one first; without those that have left the record ({@link #earlierVisits}). */
    public List<StageVisit> visits() {
        return getOrDefault(VISITS, List.of());
    }

    /** Returns the totals of the visits that have left the record; empty if none has. */
    public Optional<EarlierVisits> earlierVisits() {
        return find(EARLIER_VISITS);
    }

    /** Returns the credit splits; empty if the owner alone is credited. */
    public List<CreditSplit> splits() {
        return getOrDefault(SPLITS, List.of());
    }

    /** Returns the credits beside the splits. */
    public List<CreditSplit> overlays() {
        return getOrDefault(OVERLAYS, List.of());
    }

    /** Returns the credits of sales representatives for this deal. */
    public DealCredits credits() {
        return new DealCredits(this);
    }

    /** Returns a copy with these splits, together 100 percent; none credit its owner alone. */
    public Opportunity withSplits(List<CreditSplit> splits) {
        return with(SPLITS, splits.isEmpty() ? null : splits)
                .with(CREDITED_REPS, CreditSplits.credited(splits, overlays()));
    }

    /** Returns a copy with these credits beside the splits. */
    public Opportunity withOverlays(List<CreditSplit> overlays) {
        return with(OVERLAYS, overlays.isEmpty() ? null : overlays)
                .with(CREDITED_REPS, CreditSplits.credited(splits(), overlays));
    }

    /** Returns the line items. */
    public List<LineItem> lines() {
        return getOrDefault(LINES, List.of());
    }

    /**
     * Returns the line with this number.
     *
     * @throws InvalidValueException if there is none
     */
    public LineItem line(int number) {
        return DealFigures.line(this, number);
    }

    /** Computes the totals of the lines; empty without lines. */
    public Optional<LineTotals> lineTotals() {
        return LineTotals.of(lines());
    }

    /**
     * Returns a copy with these lines in place of those it has; amount, discount and the other figures follow. Without
     * lines the amount stays as it is and can be set by hand.
     *
     * @throws InvalidValueException if the lines aren't all in one currency
     */
    public Opportunity withLines(List<LineItem> lines) {
        return DealFigures.withLines(this, lines);
    }

    /** Returns the history of its stages. */
    public StageHistory history() {
        return StageHistory.of(get(EARLIER_VISITS), visits());
    }

    /**
     * Returns a copy in the first stage of a stored pipeline.
     *
     * @throws IllegalStateException if it is in a pipeline already
     */
    public Opportunity openedIn(Pipeline pipeline, Instant at) {
        return StageTransitions.open(this, pipeline, at);
    }

    /**
     * Returns a copy in another open stage, of the same pipeline or another; also from a closed one, as reopened.
     *
     * @param at the time; a time before the latest move counts as the time of that move
     * @throws InvalidValueException if the stage isn't open
     */
    public Opportunity movedTo(Pipeline pipeline, Stage stage, Instant at) {
        return StageTransitions.move(this, pipeline, stage, at);
    }

    /**
     * Returns a copy that is won.
     *
     * @param pipeline its pipeline
     * @param closedOn the day that counts as its close date
     * @param reason the reason, or null if not known
     */
    public Opportunity won(Pipeline pipeline, Instant at, LocalDate closedOn, @Nullable String reason) {
        return StageTransitions.close(this, pipeline, pipeline.wonStage(), at, closedOn, reason);
    }

    /**
     * Returns a copy that is lost.
     *
     * @param pipeline its pipeline
     * @param closedOn the day that counts as its close date
     * @param reason the reason
     */
    public Opportunity lost(Pipeline pipeline, Instant at, LocalDate closedOn, String reason) {
        return StageTransitions.close(this, pipeline, pipeline.lostStage(), at, closedOn, reason);
    }

    /**
     * Returns this deal with another time of its latest entry into an open stage, kept within the visits around it. Only sessions
     * {@linkplain dev.clientele.core.CrmSession#forImportOfHistory that bring in history} store it.
     */
    public Opportunity withCorrectedEntry(Instant at) {
        return StageTransitions.correctEntry(this, at);
    }

    /** Returns this closed deal with another closing; otherwise as {@link #withCorrectedEntry}. */
    public Opportunity withCorrectedClosing(Instant at, LocalDate closedOn, @Nullable String reason) {
        return StageTransitions.correctClosing(this, at, closedOn, reason);
    }

    /** Returns a copy with a probability set by hand, which holds through moves until {@link #withStageProbability}. */
    public Opportunity withProbability(BigDecimal probability) {
        Opportunity set = with(MANUAL_PROBABILITY, Probability.check("probability", probability));
        return isOpen() ? set.with(PROBABILITY, probability) : set;
    }

    /**
     * Returns a copy with a probability learned from other deals, which holds until it comes into another stage. One
     * set by hand goes before it.
     *
     * @throws IllegalStateException if it is closed
     */
    public Opportunity withLearnedProbability(BigDecimal probability) {
        if (!isOpen()) {
            throw new IllegalStateException("a closed opportunity has no learned probability");
        }
        Opportunity learned = with(LEARNED_PROBABILITY, Probability.check("probability", probability));
        return get(MANUAL_PROBABILITY) == null ? learned.with(PROBABILITY, probability) : learned;
    }

    /** Returns a copy with the learned probability or else its stage's, in place of the one set by hand. */
    public Opportunity withStageProbability(Pipeline pipeline) {
        return StageTransitions.defaults(without(MANUAL_PROBABILITY), pipeline);
    }

    /** Returns a copy in a category set by hand, which holds through moves until {@link #withStageCategory}. */
    public Opportunity withCategory(ForecastCategory category) {
        Opportunity set = with(MANUAL_CATEGORY, category);
        return isOpen() ? set.with(CATEGORY, category) : set;
    }

    /** Returns a copy with its stage's category in place of the one set by hand. */
    public Opportunity withStageCategory(Pipeline pipeline) {
        return StageTransitions.defaults(without(MANUAL_CATEGORY), pipeline);
    }

    /**
     * Returns a copy with the probability and category that its stage has in this version of the pipeline; values set
     * by hand stay.
     */
    public Opportunity withStageDefaults(Pipeline pipeline) {
        return StageTransitions.defaults(this, pipeline);
    }
}
