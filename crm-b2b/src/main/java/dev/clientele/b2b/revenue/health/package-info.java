/**
 * How accounts are doing: {@link dev.clientele.b2b.revenue.health.HealthWeights} puts scores of any kind into one by weights, {@link
 * dev.clientele.b2b.revenue.health.NetPromoterScore} and {@link dev.clientele.b2b.revenue.health.SatisfactionScore} count the answers of surveys. All
 * are pure.
 *
 * <p>{@link dev.clientele.b2b.revenue.health.HealthChecks} judges an account by what is stored: how long ago we had to do with each
 * other, how near the end of a contract is, what people answered ({@link dev.clientele.b2b.revenue.health.Surveys}), and whatever
 * the host scores besides; {@link dev.clientele.b2b.revenue.health.HealthRules} turns that into scores and says why.
 *
 * <pre>{@code
 * HealthCheck check = b2b.revenue().healthChecks().of(globex.id());
 * check.judgement().score();                       // 81.1
 * check.reasons().get(0).message();                // "the next contract to be renewed ends in 46 days"
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.health;

import org.jspecify.annotations.NullMarked;
