package dev.clientele.b2c.analytics.rfm;

import org.joda.money.Money;

/**
 * The size of a segment.
 *
 * @param segment its name
 * @param customers how many customers
 * @param share their part of all customers, from 0 to 1
 * @param spend what they spent in all
 * @param spendShare their part of all spend; 0 if nothing was spent
 * @param meanDaysSinceLast mean days since the last purchase; 0 without customers
 * @param meanPurchases mean number of purchases; 0 without customers
 */
public record RfmSegmentSize(
        String segment,
        long customers,
        double share,
        Money spend,
        double spendShare,
        double meanDaysSinceLast,
        double meanPurchases) {}
