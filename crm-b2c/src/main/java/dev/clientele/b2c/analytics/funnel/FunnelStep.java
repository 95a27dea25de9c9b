package dev.clientele.b2c.analytics.funnel;

import dev.clientele.b2c.analytics.DayQuartiles;
import java.util.Optional;

/**
 * The customers who made a purchase of a given number.
 *
 * @param purchase which: 1 is the first
 * @param customers how many made it
 * @param conversion their share of those who made the purchase before, from 0 to 1; 1 for the first
 * @param ofAll their share of all customers, from 0 to 1
 * @param gap days since the purchase before, over those who made this one; empty for the first, or if nobody did
 */
public record FunnelStep(int purchase, long customers, double conversion, double ofAll, Optional<DayQuartiles> gap) {}
