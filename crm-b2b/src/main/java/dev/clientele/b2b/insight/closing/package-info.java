/**
 * Aggregation of deals by close date at exchange rates that change: {@link
 * dev.clientele.b2b.insight.closing.ExchangeRateRanges} divides the days so that one query does. For the packages of
 * this module alone.
 */
@NullMarked
package dev.clientele.b2b.insight.closing;

import org.jspecify.annotations.NullMarked;
