/**
 * FoodMart: a chain of food shops in the USA, Mexico and Canada, its 10,281 card-holding consumers and what they bought in
 * 1997 and 1998. Start at {@link dev.clientele.examples.quickstart.source.foodmart.FoodMart}.
 *
 * <p>Read from {@code net.hydromatic:foodmart-data-hsqldb}, © Julian Hyde and Pentaho, Apache-2.0. Company and people are
 * fictitious.
 *
 * <p>The source has one row per product bought. What a consumer buys in one shop on one day is one purchase here, a
 * {@link dev.clientele.examples.quickstart.source.foodmart.FoodMartBasket}. December 1998 stands in a table of its own that the
 * source's own year 1998 leaves out; it is read when asked for.
 */
@NullMarked
package dev.clientele.examples.quickstart.source.foodmart;

import org.jspecify.annotations.NullMarked;
