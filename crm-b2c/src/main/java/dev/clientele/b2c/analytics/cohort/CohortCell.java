package dev.clientele.b2c.analytics.cohort;

import org.joda.money.Money;

/**
 * The purchases of a cohort in one period.
 *
 * @param age periods since the one of the first purchase, which is 0
 * @param period the period's number in the table's calendar
 * @param customers how many bought in it
 * @param purchases how often, all together
 * @param spend for how much, all together, refunds taken off as the rule says; may be negative
 * @param retention {@code customers} as a share of the cohort, from 0 to 1
 * @param complete whether the data go on to the period's last day
 */
public record CohortCell(
        int age, long period, long customers, long purchases, Money spend, double retention, boolean complete) {}
