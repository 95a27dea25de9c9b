/**
 * Marketing campaigns: {@link dev.clientele.b2c.campaign.attribution} divides conversions among the channels that came
 * before them. It isn't causation: what a channel caused only an experiment shows.
 */
@NullMarked
package dev.clientele.b2c.campaign;

import org.jspecify.annotations.NullMarked;
