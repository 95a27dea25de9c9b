/**
 * What the deals so far say of how one sells.
 *
 * <p>{@link dev.clientele.b2b.insight.analytics.WinLoss} counts what was won and lost, by any key, and how long it took ({@link
 * dev.clientele.b2b.insight.analytics.SalesCycles}); {@link dev.clientele.b2b.insight.analytics.SalesVelocity} puts them into one figure; {@link
 * dev.clientele.b2b.insight.analytics.Funnel} says how many deals come how far; {@link dev.clientele.b2b.insight.analytics.StalledDeals} which open
 * deals are older than nearly all that were ever won. All are pure functions of deals and a day, on which every deal counts as
 * it stood then. {@link dev.clientele.b2b.insight.analytics.Analytics} asks for them where deals are stored: it lets the database count
 * whatever stands as it stood, and comes to the same figures.
 *
 * <p>{@link dev.clientele.b2b.insight.analytics.Slippage} says how often close dates were put off; {@link
 * dev.clientele.b2b.insight.analytics.PipelineCoverage} how far open deals cover what is left of the quotas; {@link
 * dev.clientele.b2b.insight.analytics.DealActivity} what the timeline tells of a deal, and {@link dev.clientele.b2b.insight.analytics.InactiveDeals}
 * over which deals nobody has talked to the customer for long.
 *
 * <pre>{@code
 * Map<Id<SalesRep>, WinLoss> byOwner = b2b.insight().analytics().winLossBy(deal -> deal.get(Opportunity.OWNER), asOf, USD, rates);
 * StalledDeals stalled = b2b.insight().analytics().stalled(asOf, 0.9);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.insight.analytics;

import org.jspecify.annotations.NullMarked;
