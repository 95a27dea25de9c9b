/**
 * Customer lifetime value: expected purchases, discounted, times expected spend, times margin.
 *
 * <p>{@link dev.clientele.b2c.scoring.value.RepeatPurchaseValue} computes it as plain numbers in the models' own units; {@link dev.clientele.b2c.scoring.value.PurchaseLifetimeValue} in
 * calendar time and money, for a purchase history, with an interval if wanted. A {@link dev.clientele.b2c.scoring.value.DiscountedPeriod} is a horizon in a model's terms.
 *
 * <p>Its interval is of the expectation. Between which numbers that lies which will happen, {@link
 * dev.clientele.b2c.scoring.value.CustomerPrediction} says of one customer and {@link dev.clientele.b2c.scoring.value.TotalPrediction} of many
 * together, each as a {@link dev.clientele.b2c.scoring.value.PurchasePrediction}.
 */
@NullMarked
package dev.clientele.b2c.scoring.value;

import org.jspecify.annotations.NullMarked;
