package dev.clientele.b2c.analytics.concentration;

import org.joda.money.Money;

/**
 * A tenth of the customers, by value.
 *
 * @param decile from 1, the best, to 10
 * @param customers how many, 0 only if there are fewer than ten customers
 * @param purchases how often they bought, all together
 * @param spend what they spent, all together
 * @param share their part of all spend; 0 if nothing was spent at all
 * @param cumulativeShare the part of all spend of this group and the better ones
 */
public record ValueDecile(
        int decile, long customers, long purchases, Money spend, double share, double cumulativeShare) {}
