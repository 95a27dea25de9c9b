/**
 * Where the quickstart's records come from: two public data sets that live on Maven Central as HSQLDB scripts.
 *
 * <ul>
 *   <li>{@link dev.clientele.examples.quickstart.source.steelwheels.SteelWheels}: a wholesaler of scale models, its
 *       business customers, sales representatives, orders and payments of 2003 to 2005.
 *   <li>{@link dev.clientele.examples.quickstart.source.foodmart.FoodMart}: a chain of food shops, its card-holding
 *       consumers and what they bought in 1997 and 1998.
 * </ul>
 *
 * <p>Each is opened with a {@link dev.clientele.examples.quickstart.source.ProgressListener} to watch, read as plain immutable
 * records, and closed. Nothing is written to disk: {@link dev.clientele.examples.quickstart.source.SourceDatabase} plays
 * the tables that are needed, and only those, into an in-memory database. What is odd about the data is not smoothed
 * over: each source lists its {@link dev.clientele.examples.quickstart.source.Finding}s with a count and what was done.
 */
@NullMarked
package dev.clientele.examples.quickstart.source;

import org.jspecify.annotations.NullMarked;
