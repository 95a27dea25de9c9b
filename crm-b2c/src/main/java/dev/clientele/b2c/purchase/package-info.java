/**
 * What persons bought, condensed to what scoring needs.
 *
 * <p>{@link dev.clientele.b2c.purchase.PurchaseHistory} is a person's purchases by day: exact counts and exact amounts in
 * one currency. It does not depend on the order in which purchases arrived and two parts of it can be merged, so a history
 * built in one batch, streamed, shuffled or put together from several machines is the same value.
 * {@link dev.clientele.b2c.purchase.PurchaseClock} says on which day an instant falls and which late arrivals still count;
 * {@link dev.clientele.b2c.purchase.CountingRule} says what counts as one purchase and what a refund does;
 * {@link dev.clientele.b2c.purchase.PurchaseSummary} is the history seen from one date under one rule: how often, how
 * recently, for how long, for how much.
 */
@NullMarked
package dev.clientele.b2c.purchase;

import org.jspecify.annotations.NullMarked;
