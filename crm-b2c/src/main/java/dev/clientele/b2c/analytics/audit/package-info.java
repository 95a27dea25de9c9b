/**
 * The customer-base audit of Fader, Hardie and Ross (2022), The Customer-Base Audit: The First Step on the Journey to
 * Customer Centricity, Wharton School Press: five ways of looking at who bought what when, before any model.
 *
 * <ol>
 *   <li>{@link dev.clientele.b2c.analytics.audit.PeriodProfile}: one period. How do its customers differ?
 *   <li>{@link dev.clientele.b2c.analytics.audit.PeriodComparison}: two periods. Who came, went, bought more or less?
 *   <li>{@link dev.clientele.b2c.analytics.audit.CohortProfile}: one cohort. How does it change as it ages?
 *   <li>{@link dev.clientele.b2c.analytics.audit.CohortComparison}: the cohorts side by side. Are later ones better?
 *   <li>{@link dev.clientele.b2c.analytics.audit.CustomerBasePeriod}: the whole base over time. What do old and new customers bring?
 * </ol>
 *
 * {@link dev.clientele.b2c.analytics.audit.CustomerBaseAudit} takes all five at once. Where the host's amounts are profits
 * instead of sales, so are the figures here.
 */
@NullMarked
package dev.clientele.b2c.analytics.audit;

import org.jspecify.annotations.NullMarked;
