/**
 * The way from the first purchase to the next: {@link dev.clientele.b2c.analytics.funnel.RepeatFunnel} counts how many
 * reach each further purchase, {@link dev.clientele.b2c.analytics.funnel.TimeToPurchase} says how long that takes,
 * those not counted out who may still come.
 *
 * <p>A {@link dev.clientele.b2c.analytics.funnel.FunnelStep} counts the customers who made a purchase of a given
 * number.
 */
@NullMarked
package dev.clientele.b2c.analytics.funnel;

import org.jspecify.annotations.NullMarked;
