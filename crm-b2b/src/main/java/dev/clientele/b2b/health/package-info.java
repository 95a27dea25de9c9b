/**
 * How accounts are doing: {@link dev.clientele.b2b.health.HealthScore} puts scores of any kind into one by weights, {@link
 * dev.clientele.b2b.health.PromoterScore} and {@link dev.clientele.b2b.health.Satisfaction} count the answers of surveys. All
 * are pure.
 *
 * <p>{@link dev.clientele.b2b.health.HealthChecks} judges an account by what is stored: how long ago we had to do with each
 * other, how near the end of a contract is, what people answered ({@link dev.clientele.b2b.health.Surveys}), and whatever
 * the host scores besides; {@link dev.clientele.b2b.health.HealthRules} turns that into scores and says why.
 *
 * <pre>{@code
 * HealthCheck check = b2b.healthChecks().of(globex.id());
 * check.judgement().score();                       // 81.1
 * check.reasons().get(0).message();                // "the next contract to be renewed ends in 46 days"
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.health;

import org.jspecify.annotations.NullMarked;
