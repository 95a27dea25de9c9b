/**
 * SteelWheels: a wholesaler of scale models, with the customers, sales representatives, orders and payments of 2003 to
 * 2005. Start at {@link dev.clientele.examples.quickstart.source.steelwheels.SteelWheels}.
 *
 * <p>Read from {@code net.hydromatic:steelwheels-data-hsqldb}, © Julian Hyde and Pentaho, Apache-2.0. The company is
 * fictitious.
 *
 * <p>The same orders stand there twice: in {@code orders} with {@code orderdetails}, and flattened in {@code orderfact}.
 * This reader takes the first pair, which is complete and agrees with itself. {@code orderfact} lacks four orders, gives
 * another status and a date of 2008 to seven, and caps its price at 100. What it has more of is the cents: the prices of
 * {@code orderdetails} are rounded to whole units, in all 13 in ten million.
 */
@NullMarked
package dev.clientele.examples.quickstart.source.steelwheels;

import org.jspecify.annotations.NullMarked;
