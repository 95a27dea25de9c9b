package dev.clientele.b2c.analytics.rfm;

import org.joda.money.Money;

/**
 * A customer's scores.
 *
 * @param customer who
 * @param daysSinceLast days from the last purchase to the day from which it is seen, 0 or more
 * @param daysSinceFirst days from the first purchase, not fewer
 * @param purchases how many, 1 or more
 * @param spend for how much in all
 * @param recency from 1, the longest ago, to the number of groups
 * @param frequency from 1, the fewest purchases, to the number of groups; 1 for one purchase unless equals stand apart
 * @param monetary from 1, the lowest spend, to the number of groups
 * @param segment the name of the segment
 * @param <C> how customers are named
 */
public record RfmCustomer<C>(
        C customer,
        int daysSinceLast,
        int daysSinceFirst,
        int purchases,
        Money spend,
        int recency,
        int frequency,
        int monetary,
        String segment) {

    /** Returns the three scores in the customary form, such as {@code 5-4-4}. */
    public String code() {
        return recency + "-" + frequency + "-" + monetary;
    }

    /** Returns the scores and the segment, not who. */
    @Override
    public String toString() {
        return "RfmCustomer[" + code() + ", " + segment + "]";
    }
}
