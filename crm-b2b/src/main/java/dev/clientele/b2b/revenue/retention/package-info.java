/**
 * Retention of customers under contract, and the lifetime value that follows from it.
 *
 * <p>A {@link dev.clientele.b2b.revenue.retention.RenewalHistory} counts who left at which renewal. A {@link
 * dev.clientele.b2b.revenue.retention.RetentionModel} learned from it says how many stay:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.revenue.retention.ShiftedBetaGeometric}: each customer leaves with a probability of its own, which
 *       doesn't change; those who stay are those with a low one. P. S. Fader, B. G. S. Hardie, <i>How to project customer
 *       retention</i>, Journal of Interactive Marketing 21 (2007).
 *   <li>{@link dev.clientele.b2b.revenue.retention.BetaDiscreteWeibull}: the probability changes with time too. P. S. Fader, B. G. S.
 *       Hardie, Y. Liu, J. Davin, T. Steenburgh, <i>"How to project customer retention" revisited</i>, Journal of Interactive
 *       Marketing 43 (2018).
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.revenue.retention.ContractValueModel} puts it into the core's {@link
 * dev.clientele.core.value.LifetimeValueModel}: what a customer who has renewed so often is still worth (the discounted expected
 * residual lifetime of P. S. Fader, B. G. S. Hardie, <i>Customer-base valuation in a contractual setting</i>, Marketing Science
 * 29 (2010)). {@link dev.clientele.b2b.revenue.retention.UnitEconomics} compares that with what winning the customer cost, and says when
 * it is paid back.
 *
 * <p>A customer's contract so far is a {@link dev.clientele.b2b.revenue.retention.ContractHistory}. Where a history has no
 * best fit, a model throws a {@link dev.clientele.b2b.revenue.retention.NoLikelihoodMaximumException}.
 */
@NullMarked
package dev.clientele.b2b.revenue.retention;

import org.jspecify.annotations.NullMarked;
