/**
 * Market-basket analysis: which products are bought together, and which to recommend next; money aside.
 *
 * <p>{@link dev.clientele.b2c.analytics.basket.BasketBuilder} makes {@link dev.clientele.b2c.analytics.basket.Basket}s of single
 * lines in any order; {@link dev.clientele.b2c.analytics.basket.AffinityTable} has the rules "who takes this also takes that"
 * with support, confidence and lift (Agrawal, Imieliński and Swami 1993, Mining Association Rules between Sets of Items in
 * Large Databases, SIGMOD Record 22(2), 207-216; lift: Brin, Motwani, Ullman and Tsur 1997, Dynamic Itemset Counting, SIGMOD
 * Record 26(2), 255-264); {@link dev.clientele.b2c.analytics.basket.NextProductRecommender} turns them into what to offer each customer.
 *
 * <p>An {@link dev.clientele.b2c.analytics.basket.Affinity} is one rule;
 * {@link dev.clientele.b2c.analytics.basket.AffinitySettings} say which are kept. A
 * {@link dev.clientele.b2c.analytics.basket.ProductSuggestion} is an item to offer next.
 */
@NullMarked
package dev.clientele.b2c.analytics.basket;

import org.jspecify.annotations.NullMarked;
