/**
 * Forecasts with quotas, adjustments and snapshots.
 *
 * <p>{@link dev.clientele.b2b.insight.forecast.Forecasts} starts a {@link
 * dev.clientele.b2b.insight.forecast.ForecastQuery}, which narrows and groups the deals and computes a {@link
 * dev.clientele.b2b.insight.forecast.Forecast}. Its {@link dev.clientele.b2b.insight.forecast.ForecastLine}s hold, for
 * each period, key and forecast category, the number of deals, their amount and their weighted amount.
 *
 * <pre>{@code
 * Forecast<Id<SalesRep>> quarter =
 *         b2b.insight().forecast().closingIn(YearQuarter.of(2027, 1)).by(Opportunity.OWNER).in(EUR, rates);
 * Money expected = quarter.weighted();
 * }</pre>
 *
 * <p>A {@link dev.clientele.b2b.insight.forecast.Quota} has a {@link
 * dev.clientele.b2b.insight.forecast.QuotaAttainment}. A manager's {@link
 * dev.clientele.b2b.insight.forecast.ForecastAdjustment} keeps the amount before it, and {@link
 * dev.clientele.b2b.insight.forecast.AdjustedForecast}s roll up the hierarchy of managers. A {@link
 * dev.clientele.b2b.insight.forecast.ForecastSnapshot} stores the state of every deal, and a {@link
 * dev.clientele.b2b.insight.forecast.SnapshotDifference} computes the changes since, deal by deal and to the cent.
 *
 * <p><b>How it is counted.</b> The database adds up amounts by key, category, probability and currency, and between
 * dates on which exchange rates change; deals aren't read one by one. What is left is exact arithmetic: sums are
 * weighted and converted as fractions, each line is rounded once, half to even, to the minor unit of its currency, and
 * every total is the sum of its lines, so that parts always add up to the whole. A deal is converted at the rate in
 * force on its close date; a rate that is missing is an error, and currencies are never added up otherwise.
 *
 * <p>A {@link dev.clientele.b2b.insight.forecast.ForecastPeriod} is a period of days, such as a month or a quarter; a {@link
 * dev.clientele.b2b.insight.forecast.FiscalCalendar} gives the years and quarters of an organisation whose years begin with another
 * month than January, for forecasts, quotas and adjustments alike.
 * {@link dev.clientele.b2b.insight.forecast.Quotas}, {@link dev.clientele.b2b.insight.forecast.ForecastAdjustments} and
 * {@link dev.clientele.b2b.insight.forecast.ForecastSnapshots} store their records; a {@link
 * dev.clientele.b2b.insight.forecast.ForecastSnapshotEntry} is the state of one deal.
 */
@NullMarked
package dev.clientele.b2b.insight.forecast;

import org.jspecify.annotations.NullMarked;
