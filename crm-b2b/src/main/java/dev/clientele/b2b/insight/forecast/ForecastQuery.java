package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ColumnField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.hierarchy.IdHierarchy;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.ValueInterval;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A query of a forecast. Immutable: every narrowing returns another; {@link #in} reads.
 *
 * @param <K> the type of the key that it is grouped by
 */
public final class ForecastQuery<K> {

    private final CrmSession session;
    private final ForecastPeriod period;
    private final List<ForecastPeriod> parts;
    private final Criteria where;
    private final @Nullable ColumnField<Opportunity, K> by;

    ForecastQuery(
            CrmSession session,
            ForecastPeriod period,
            List<ForecastPeriod> parts,
            Criteria where,
            @Nullable ColumnField<Opportunity, K> by) {
        this.session = session;
        this.period = period;
        this.parts = List.copyOf(parts);
        this.where = where;
        this.by = by;
    }

    /** Returns a query of deals that also meet this criteria. */
    public ForecastQuery<K> where(Criteria criteria) {
        return new ForecastQuery<>(session, period, parts, where.and(criteria), by);
    }

    /** Returns a query of each calendar month by itself. */
    public ForecastQuery<K> monthly() {
        return new ForecastQuery<>(session, period, period.months(), where, by);
    }

    /** Returns a query of each calendar quarter by itself. */
    public ForecastQuery<K> quarterly() {
        return new ForecastQuery<>(session, period, period.quarters(), where, by);
    }

    /** Returns a query of each quarter of fiscal years by itself. */
    public ForecastQuery<K> quarterly(FiscalCalendar years) {
        return new ForecastQuery<>(session, period, period.quarters(years), where, by);
    }

    /** Returns a query of each fiscal year by itself. */
    public ForecastQuery<K> yearly(FiscalCalendar years) {
        return new ForecastQuery<>(session, period, period.years(years), where, by);
    }

    /** Returns a query grouped by a field: owner, territory, account, pipeline, stage, or a custom field. */
    public <V> ForecastQuery<V> by(ColumnField<Opportunity, V> field) {
        return new ForecastQuery<>(session, period, parts, where, Objects.requireNonNull(field, "field"));
    }

    /**
     * Computes the forecast in a currency in which all the deals are.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a deal is in another currency
     */
    public Forecast<K> in(CurrencyUnit currency) {
        return in(currency, ExchangeRates.none());
    }

    /**
     * Computes the forecast in one currency, each deal converted at the rate in force on its close date.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing; nothing is left out
     */
    public Forecast<K> in(CurrencyUnit currency, ExchangeRates rates) {
        Objects.requireNonNull(rates, "rates");
        return session.inSnapshot(snapshot ->
                new ForecastAggregator<>(snapshot, counted(), by, parts, currency).aggregate(period, rates));
    }

    /**
     * Computes the forecast by owner, for each sales representative with that of everybody below in the hierarchy of
     * managers; see {@link Forecast#rollUp}. Deals without an owner are in none.
     *
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public Map<Id<SalesRep>, Forecast<Id<SalesRep>>> rollUpByManager(CurrencyUnit currency, ExchangeRates rates) {
        return rollUp(Opportunity.OWNER, SalesRep.TYPE, SalesRep.MANAGER, currency, rates);
    }

    /** Computes the forecast for each account with all accounts below it; otherwise as {@link #rollUpByManager}. */
    public Map<Id<Account>, Forecast<Id<Account>>> rollUpByAccount(CurrencyUnit currency, ExchangeRates rates) {
        return rollUp(Opportunity.ACCOUNT, Account.TYPE, Account.PARENT, currency, rates);
    }

    /** Computes the forecast for each territory with its parts; otherwise as {@link #rollUpByManager}. */
    public Map<Id<Territory>, Forecast<Id<Territory>>> rollUpByTerritory(CurrencyUnit currency, ExchangeRates rates) {
        return rollUp(Opportunity.TERRITORY, Territory.TYPE, Territory.PARENT, currency, rates);
    }

    private <R extends Entity<R>> Map<Id<R>, Forecast<Id<R>>> rollUp(
            ReferenceField<Opportunity, R> by,
            EntityType<R> type,
            ReferenceField<R, R> above,
            CurrencyUnit currency,
            ExchangeRates rates) {
        return session.inSnapshot(snapshot -> Forecast.rollUp(
                new ForecastQuery<>(snapshot, period, parts, where, by).in(currency, rates),
                IdHierarchy.of(snapshot.repository(type).all(), above)));
    }

    /**
     * Computes the forecast of the deals in one currency alone; deals in others, and those without an amount, don't
     * count.
     */
    public Forecast<K> onlyIn(CurrencyUnit currency) {
        return where(Opportunity.AMOUNT.isInCurrency(currency)).in(currency);
    }

    /**
     * Computes the interval of the amount that will be won, from the variance of deals that are won or lost
     * independently of each other: with amounts {@code a} and probabilities {@code p}, {@code Σ a·p ± z · √(Σ a²·p·(1 −
     * p))}, no less than what is won already and no more than everything. Reads some columns of the deals, one by one.
     *
     * @param level the level of confidence, above 0 and below 1
     * @throws dev.clientele.core.value.MissingExchangeRateException if a rate is missing
     */
    public ValueInterval interval(CurrencyUnit currency, ExchangeRates rates, double level) {
        ForecastUncertainty spread = new ForecastUncertainty(currency, rates);
        Criteria closing = Opportunity.CLOSE_DATE.between(period.startInclusive(), period.endExclusive());
        try (Stream<RecordColumns<Opportunity>> deals = session
                .repository(Opportunity.TYPE)
                .query(counted().and(closing))
                .columns(ForecastUncertainty.COLUMNS)
                .stream()) {
            deals.forEach(spread::add);
        }
        return spread.interval(level);
    }

    private Criteria counted() {
        return where.and(Opportunity.CATEGORY.isNot(ForecastCategory.OMITTED));
    }
}
