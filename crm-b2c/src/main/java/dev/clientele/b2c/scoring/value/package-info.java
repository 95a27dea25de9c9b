/**
 * Customer lifetime value: expected purchases, discounted, times expected spend, times margin.
 *
 * <p>{@link dev.clientele.b2c.scoring.value.RepeatPurchaseValue} computes it as plain numbers in the models' own units; {@link dev.clientele.b2c.scoring.value.PurchaseLifetimeValue} in
 * calendar time and money, for a purchase history, with an interval if wanted. A {@link dev.clientele.b2c.scoring.value.DiscountedPeriod} is a horizon in a model's terms.
 */
@NullMarked
package dev.clientele.b2c.scoring.value;

import org.jspecify.annotations.NullMarked;
