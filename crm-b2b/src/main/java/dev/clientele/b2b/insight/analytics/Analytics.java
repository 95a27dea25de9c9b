package dev.clientele.b2b.insight.analytics;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.hierarchy.IdHierarchy;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline analytics over the deals of the session's tenant that the actor may see. Days are those of the session
 * clock's zone. Immutable; thread-safe unless the session is that of a transaction.
 *
 * <p>The database counts and adds up the deals to which nothing has happened since the day that is asked for, which are
 * all when that is today; only the others are read one by one. {@link #winLossBy(Function, LocalDate, CurrencyUnit,
 * ExchangeRates)} always reads one by one, since a function can't be sent to a database. Either way the figures are the
 * same.
 */
public final class Analytics {

    private static final Comparator<CloseDateSlip> BY_PUSHED_DAYS = Comparator.comparingLong(CloseDateSlip::pushedDays)
            .thenComparing(CloseDateSlip::deal, Comparator.reverseOrder());

    private final CrmSession session;
    private final Criteria where;

    private Analytics(CrmSession session, Criteria where) {
        this.session = Objects.requireNonNull(session, "session");
        this.where = where;
    }

    /** Opens the analytics over all deals of a session. */
    public static Analytics in(CrmSession session) {
        return new Analytics(session, Criteria.always());
    }

    /** Returns a copy over deals alone that also meet this criteria, as they are now. */
    public Analytics where(Criteria criteria) {
        return new Analytics(session, where.and(criteria));
    }

    /**
     * Computes wins and losses until a day.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public WinLoss winLoss(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(day, deals -> new WinLossQuery(deals, DealGrouping.NONE, currency, rates).total());
    }

    /**
     * Computes wins and losses by a key, such as the owner's office, the account's industry or anything else that a
     * function finds in a deal; otherwise as {@link #winLoss}.
     */
    public <K extends @Nullable Object> Map<K, WinLoss> winLossBy(
            Function<Opportunity, K> key, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return over(deals -> WinLoss.by(deals, key, day, zone(), currency, rates));
    }

    /**
     * Computes wins and losses by a field, such as the owner, the account or the reason; otherwise as {@link #winLoss}.
     *
     * @return sorted by stored value; deals without one come last, under null
     */
    public <K> Map<@Nullable K, WinLoss> winLossBy(
            ColumnField<Opportunity, K> field, LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(
                day,
                deals -> new WinLossQuery(deals, DealGrouping.of(field), currency, rates)
                        .counted()
                        .results(field::valueOf, WinLossCounter::result));
    }

    /**
     * Computes wins and losses by the month of closing: that of the close date or, of a deal without one, of the day on
     * which it came into its stage. Open deals aren't counted. Otherwise as {@link #winLoss}.
     *
     * @return the months in which deals were won or lost, in order
     */
    public Map<YearMonth, WinLoss> winLossByMonth(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(
                day,
                deals -> new WinLossQuery(deals, DealGrouping.MONTH, currency, rates)
                        .counted()
                        .results(
                                first -> YearMonth.from((LocalDate) Objects.requireNonNull(first)),
                                WinLossCounter::result));
    }

    /**
     * Computes wins and losses until a day by the month of closing, as {@link #winLossByMonth}, with the mean number of
     * days only: one query, and the quickest.
     *
     * @return the months in which deals were won or lost, in order
     */
    public Map<YearMonth, ClosedDeals> closedByMonth(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return asOf(day, deals -> new ClosedDealsQuery(deals, currency, rates).byMonth());
    }

    /**
     * Counts the deals open, won and lost on a day by a field: the win rates of owners, say.
     *
     * @return sorted by stored value; deals without one come last, under null
     */
    public <K> Map<@Nullable K, DealOutcomes> outcomesBy(ColumnField<Opportunity, K> field, LocalDate day) {
        return asOf(day, deals -> DealOutcomesQuery.by(field, deals));
    }

    /**
     * Computes the sales velocity by the wins and losses until a day; see {@link SalesVelocity#of}.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public Optional<SalesVelocity> velocity(LocalDate day, CurrencyUnit currency, ExchangeRates rates) {
        return SalesVelocity.of(winLoss(day, currency, rates));
    }

    /**
     * Computes the deals' totals by account, rolled up the hierarchy of accounts: of the won ones after {@code
     * where(Opportunity.KIND.is(StageKind.WON))}. Currencies stay apart. Deals without an account are in none.
     */
    public Map<Id<Account>, RollUp<DealTotals>> rollUpByAccount() {
        return rollUp(Opportunity.ACCOUNT, Account.TYPE, Account.PARENT);
    }

    /**
     * Computes the deals' totals by owner, rolled up the hierarchy of managers; otherwise as {@link #rollUpByAccount}.
     */
    public Map<Id<SalesRep>, RollUp<DealTotals>> rollUpByManager() {
        return rollUp(Opportunity.OWNER, SalesRep.TYPE, SalesRep.MANAGER);
    }

    /**
     * Computes the deals' totals by territory, rolled up the hierarchy of territories; otherwise as {@link
     * #rollUpByAccount}.
     */
    public Map<Id<Territory>, RollUp<DealTotals>> rollUpByTerritory() {
        return rollUp(Opportunity.TERRITORY, Territory.TYPE, Territory.PARENT);
    }

    private <R extends Entity<R>> Map<Id<R>, RollUp<DealTotals>> rollUp(
            ReferenceField<Opportunity, R> by, EntityType<R> type, ReferenceField<R, R> above) {
        return session.inSnapshot(snapshot -> {
            IdHierarchy<R> hierarchy = IdHierarchy.of(snapshot.repository(type).all(), above);
            Map<Id<R>, DealTotals> own = new DealTotalsQuery<>(snapshot, where, by).of(hierarchy.ids());
            return hierarchy.rollUpWithOwn(own, DealTotals.NONE, DealTotals::plus);
        });
    }

    /**
     * Finds the open deals on a day that were older than a share of all won ones until then; see {@link
     * StalledDeals#of}.
     */
    public StalledDeals stalledDeals(LocalDate day, double share) {
        return asOf(day, deals -> new StalledDealsQuery(deals).read(share));
    }

    /** Computes the funnel of a pipeline on a day. */
    public Funnel funnel(Pipeline pipeline, LocalDate day) {
        return asOf(day, deals -> new FunnelCounter(pipeline).over(deals));
    }

    /**
     * Computes the slippage of close dates; see {@link CloseDateSlip#of}. Reads the changes of the deals that have ever
     * changed, some hundreds of deals at once.
     */
    public Slippage slippage() {
        return slips(List.of(), deal -> true).getOrDefault(true, Slippage.NONE);
    }

    /**
     * Computes the slippage by a field, such as the owner; deals without one under null. In the order in which keys are
     * met. Otherwise as {@link #slippage()}.
     */
    public <K> Map<@Nullable K, Slippage> slippageBy(ColumnField<Opportunity, K> field) {
        return slips(List.of(field), deal -> deal.get(field));
    }

    /**
     * Finds the deals whose close date was pushed by most days; of equals those with the lower id first.
     *
     * @param most the number of deals at most, at least 1
     */
    public List<CloseDateSlip> mostPushed(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
        return session.inSnapshot(snapshot -> {
            PriorityQueue<CloseDateSlip> pushed = new PriorityQueue<>(BY_PUSHED_DAYS);
            new CloseDateSlipQuery(snapshot, where, List.of()).forEach((deal, slip) -> {
                if (slip.isPushed()) {
                    pushed.add(slip);
                }
                if (pushed.size() > most) {
                    pushed.remove();
                }
            });
            return pushed.stream().sorted(BY_PUSHED_DAYS.reversed()).toList();
        });
    }

    private <K extends @Nullable Object> Map<K, Slippage> slips(
            List<? extends Field<Opportunity, ?>> columns, Function<RecordColumns<Opportunity>, K> key) {
        return session.inSnapshot(snapshot -> {
            Map<K, Slippage> totals = new LinkedHashMap<>();
            new CloseDateSlipQuery(snapshot, where, columns)
                    .forEach((deal, slip) -> totals.merge(key.apply(deal), Slippage.of(slip), Slippage::plus));
            return Collections.unmodifiableMap(totals);
        });
    }

    /**
     * Computes how far the open deals that close in a period cover the gaps of its quotas. Deals count at the rates of
     * their close dates, quotas in another currency at those of the period's first day.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public PipelineCoverage coverage(ForecastPeriod period, CurrencyUnit currency, ExchangeRates rates) {
        return session.inSnapshot(
                snapshot -> new PipelineCoverageQuery(snapshot, where, period, currency, rates).read());
    }

    /**
     * Counts the interactions of a deal's timeline until now, in the database.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such deal, or the actor may not see it
     */
    public DealActivity activity(Id<Opportunity> deal) {
        return session.inSnapshot(snapshot -> new DealActivityQuery(snapshot)
                .of(snapshot.repository(Opportunity.TYPE).get(deal).id()));
    }

    /**
     * Finds the open deals, opened longer ago than this, without an interaction since; those opened first come first.
     * Interactions count that are about the deal itself and aren't internal.
     *
     * @param days the number of days of 24 hours, at least 1
     */
    public InactiveDeals inactiveDeals(int days) {
        return session.inSnapshot(snapshot -> new DealActivityQuery(snapshot).inactiveDeals(where, days));
    }

    private ZoneId zone() {
        return session.clock().getZone();
    }

    private <R> R asOf(LocalDate day, Function<DealsAsOf, R> work) {
        return session.inSnapshot(snapshot -> work.apply(new DealsAsOf(snapshot, where, day)));
    }

    private <R> R over(Function<Stream<Opportunity>, R> work) {
        try (Stream<Opportunity> deals = session.repository(Opportunity.TYPE).query(where).stream()) {
            return work.apply(deals);
        }
    }
}
