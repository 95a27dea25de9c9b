/**
 * Recency, frequency, monetary value: {@link dev.clientele.b2c.analytics.rfm.RfmTable} scores every customer by
 * {@link dev.clientele.b2c.analytics.rfm.RfmSettings} and names the segment whose rule holds first.
 *
 * <p>Scores are quantiles among the customers themselves (Hughes 1994, Strategic Database Marketing). Segments are
 * {@link dev.clientele.b2c.analytics.rfm.RfmSegment}s: a name and a criteria over the scores and figures of
 * {@link dev.clientele.b2c.analytics.rfm.RfmMeasure}, so that a host can make its own and keep them as JSON;
 * {@link dev.clientele.b2c.analytics.rfm.RfmSegments} has the customary ten.
 *
 * <p>An {@link dev.clientele.b2c.analytics.rfm.RfmCustomer} has the three scores, an
 * {@link dev.clientele.b2c.analytics.rfm.RfmSegmentSize} the size of a segment;
 * {@link dev.clientele.b2c.analytics.rfm.RfmTieHandling} says how equal customers are treated.
 */
@NullMarked
package dev.clientele.b2c.analytics.rfm;

import org.jspecify.annotations.NullMarked;
