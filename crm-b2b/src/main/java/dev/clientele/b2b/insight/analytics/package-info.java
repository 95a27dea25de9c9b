/**
 * Pipeline analytics: win/loss, sales velocity, funnel, stalled and inactive deals, slippage, coverage and activity.
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.insight.analytics.WinLoss}: counts and values of won and lost deals, by any key, with
 *       their {@link dev.clientele.b2b.insight.analytics.SalesCycles}.
 *   <li>{@link dev.clientele.b2b.insight.analytics.SalesVelocity}: the amount won in a day.
 *   <li>{@link dev.clientele.b2b.insight.analytics.Funnel}: the deals that reached each stage.
 *   <li>{@link dev.clientele.b2b.insight.analytics.StalledDeals}: open deals older than nearly all won ones were.
 *   <li>{@link dev.clientele.b2b.insight.analytics.InactiveDeals}: open deals without an interaction for long.
 *   <li>{@link dev.clientele.b2b.insight.analytics.Slippage}: pushed close dates.
 *   <li>{@link dev.clientele.b2b.insight.analytics.PipelineCoverage}: open deals against what is left of the quotas.
 *   <li>{@link dev.clientele.b2b.insight.analytics.DealActivity}: a deal's interactions by channel and direction.
 * </ul>
 *
 * <p>They are pure functions of deals and a day, on which every deal counts as it was then. {@link
 * dev.clientele.b2b.insight.analytics.Analytics} computes them where deals are stored: the database counts the deals
 * that haven't changed since, and the figures are the same.
 *
 * <p>A {@link dev.clientele.b2b.insight.analytics.CloseDateSlip} is the slippage of one deal; {@link
 * dev.clientele.b2b.insight.analytics.ClosedDeals}, {@link dev.clientele.b2b.insight.analytics.DealOutcomes} and {@link
 * dev.clientele.b2b.insight.analytics.DealTotals} are the counts and sums behind the figures.
 *
 * <pre>{@code
 * Map<Id<SalesRep>, WinLoss> byOwner = b2b.insight().analytics().winLossBy(deal -> deal.get(Opportunity.OWNER), asOf, USD, rates);
 * StalledDeals stalled = b2b.insight().analytics().stalledDeals(asOf, 0.9);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.insight.analytics;

import org.jspecify.annotations.NullMarked;
