/**
 * The repeat-purchase funnel: {@link dev.clientele.b2c.analytics.funnel.RepeatFunnel} counts the customers who reach each
 * further purchase, {@link dev.clientele.b2c.analytics.funnel.TimeToPurchase} estimates the time to it; customers who
 * are still observed are censored, not lost.
 *
 * <p>A {@link dev.clientele.b2c.analytics.funnel.FunnelStep} counts the customers who made a purchase of a given
 * number.
 */
@NullMarked
package dev.clientele.b2c.analytics.funnel;

import org.jspecify.annotations.NullMarked;
