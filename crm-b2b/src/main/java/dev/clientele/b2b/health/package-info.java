/**
 * How accounts are doing: {@link dev.clientele.b2b.health.HealthScore} puts scores of any kind into one by weights, {@link
 * dev.clientele.b2b.health.PromoterScore} and {@link dev.clientele.b2b.health.Satisfaction} count the answers of surveys. All
 * are pure; where the scores come from, the timeline or the host's own systems, is the host's matter.
 */
@NullMarked
package dev.clientele.b2b.health;

import org.jspecify.annotations.NullMarked;
