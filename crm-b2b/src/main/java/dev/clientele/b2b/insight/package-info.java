/**
 * Insight into the pipeline, opened by {@link dev.clientele.b2b.insight.Insight}: {@link
 * dev.clientele.b2b.insight.forecast forecasts}, {@link dev.clientele.b2b.insight.projection projections}, {@link
 * dev.clientele.b2b.insight.analytics analytics} and {@link dev.clientele.b2b.insight.winning win probabilities}.
 */
@NullMarked
package dev.clientele.b2b.insight;

import org.jspecify.annotations.NullMarked;
