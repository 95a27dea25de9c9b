/**
 * Customers by when they first bought: {@link dev.clientele.b2c.analytics.cohort.CohortTable} says for each
 * {@link dev.clientele.b2c.analytics.cohort.Cohort} how many of it bought, how often and for how much in each later month (or
 * week, quarter, year), a {@link dev.clientele.b2c.analytics.cohort.CohortCell} each.
 */
@NullMarked
package dev.clientele.b2c.analytics.cohort;

import org.jspecify.annotations.NullMarked;
