/**
 * Descriptive analytics of purchases, before any model: pure functions of what customers bought.
 *
 * <p>A {@link dev.clientele.b2c.analytics.PurchaseBook} holds everybody's purchases in one currency under one
 * {@link dev.clientele.b2c.purchase.CountingRule}: from stored ledgers, from a stream of purchases, or from the host's own
 * rows. All tables are made of it:
 * <ul>
 *   <li>{@code funnel}: how many buy a second, third, fourth time, and after how long;
 *   <li>{@code cohort}: customers, purchases and value by month or week of the first purchase;
 *   <li>{@code concentration}: how much of the value the best customers hold, and who moves up and down;
 *   <li>{@code rfm}: recency, frequency and monetary scores and the segments that a host names by them;
 *   <li>{@code audit}: the five lenses of a customer-base audit;
 *   <li>{@code basket}: what is bought together, and what to offer next (of baskets, not of a book).
 * </ul>
 *
 * <h2>What counts</h2>
 * The policies are those of {@link dev.clientele.b2c.purchase}, and hold for every table alike:
 * <ul>
 *   <li><b>Same day</b>: what a customer buys on one day is one purchase of its total, unless the rule says
 *       {@link dev.clientele.b2c.purchase.SameDay#SEPARATE_PURCHASES}; then purchases of one day are 0 days apart.
 *   <li><b>Time zone</b>: a purchase falls on the day that it is at the place of the
 *       {@link dev.clientele.b2c.purchase.PurchasePolicy}; months and weeks are those of that day.
 *   <li><b>Refunds</b> lower the spend of the day of the purchase that they name, whatever day they are made on, and their
 *       own day's if they name none; under the standard rule a day on which everything came back is no purchase. A customer
 *       without any purchase that counts is in no table.
 *   <li><b>Late arrivals</b> count on the day on which they happened: a book has no order of arrival, so a table made again
 *       is as if they had come in time. A late first purchase may move a customer to an earlier cohort. To leave out what
 *       was reported too late, filter with {@link dev.clientele.b2c.purchase.PurchaseClock#isCounted} before.
 * </ul>
 * The same purchases give the same tables to the last bit, in whatever order they came and from however many parts they were
 * merged. Where customers are equal in everything that matters, their own order (as {@link java.lang.Comparable}) settles
 * who goes first. Amounts are exact {@link org.joda.money.Money}; shares, rates and means are {@code double}. Nothing here
 * reads a clock: the last day of the data is an argument.
 *
 * <p>A {@link dev.clientele.b2c.analytics.PurchaseBookBuilder} collects purchases in any order; a
 * {@link dev.clientele.b2c.analytics.Buyer} is a customer with at least one that counts. Time is divided by a
 * {@link dev.clientele.b2c.analytics.CalendarGrid} in {@link dev.clientele.b2c.analytics.CalendarUnit}s, bounded by a
 * {@link dev.clientele.b2c.analytics.DayRange}, and summed up by {@link dev.clientele.b2c.analytics.DayQuartiles}.
 */
@NullMarked
package dev.clientele.b2c.analytics;

import org.jspecify.annotations.NullMarked;
