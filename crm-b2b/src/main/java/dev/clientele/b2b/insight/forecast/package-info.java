/**
 * What will be won, when and by whom.
 *
 * <p>{@link dev.clientele.b2b.insight.forecast.Forecasts} asks: it narrows and groups the deals and gives a {@link
 * dev.clientele.b2b.insight.forecast.Forecast}, whose {@link dev.clientele.b2b.insight.forecast.ForecastLine}s hold, for each period, key and
 * forecast category, how many deals there are, what they are worth and what that is weighted with their probabilities.
 *
 * <pre>{@code
 * Forecast<Id<SalesRep>> quarter =
 *         b2b.insight().forecast().closingIn(YearQuarter.of(2027, 1)).by(Opportunity.OWNER).in(EUR, rates);
 * Money expected = quarter.weighted();
 * }</pre>
 *
 * <p>Beside the numbers stand a {@link dev.clientele.b2b.insight.forecast.Quota} and the {@link dev.clientele.b2b.insight.forecast.QuotaAttainment} of
 * it, a manager's {@link dev.clientele.b2b.insight.forecast.ForecastAdjustment}, which keeps what it was made of, and the {@link
 * dev.clientele.b2b.insight.forecast.AdjustedForecast} that follows up the line of managers. A {@link dev.clientele.b2b.insight.forecast.ForecastSnapshot}
 * keeps how every deal stood, and a {@link dev.clientele.b2b.insight.forecast.SnapshotDifference} says what has changed since, deal by
 * deal and to the cent.
 *
 * <p><b>How it is counted.</b> The database adds up amounts by key, category, probability and currency, and between dates on
 * which exchange rates change; deals aren't read one by one. What is left is exact arithmetic: sums are weighted and converted
 * as fractions, each line is rounded once, half to even, to the minor unit of its currency, and every total is the sum of its
 * lines, so that parts always add up to the whole. A deal is converted at the rate in force on its close date; a rate that is
 * missing is an error, and currencies are never added up otherwise.
 */
@NullMarked
package dev.clientele.b2b.insight.forecast;

import org.jspecify.annotations.NullMarked;
