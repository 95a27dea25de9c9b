/**
 * How the database is asked to add up deals that close on many days, at rates that change: {@link
 * dev.clientele.b2b.insight.closing.ExchangeRateRanges} divides the days so that one question does. For the packages of this module alone.
 */
@NullMarked
package dev.clientele.b2b.insight.closing;

import org.jspecify.annotations.NullMarked;
