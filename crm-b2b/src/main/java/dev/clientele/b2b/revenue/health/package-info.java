/**
 * Account health: {@link dev.clientele.b2b.revenue.health.HealthWeights} puts scores of any kind into one by weights. Pure.
 *
 * <p>{@link dev.clientele.b2b.revenue.health.HealthChecks} judges an account by what is stored: how long ago we had to do with each
 * other, how near the end of a contract is, what people answered ({@link
 * dev.clientele.b2b.revenue.health.AccountSurveys}), and whatever
 * the host scores besides; {@link dev.clientele.b2b.revenue.health.HealthRules} turns that into scores and says why.
 *
 * <p>Responses to surveys are those of {@link dev.clientele.core.survey} with the references of {@link
 * dev.clientele.b2b.revenue.health.AccountSurvey}.
 *
 * <pre>{@code
 * b2b.revenue().surveys().record(AccountSurvey.response(globex.id(), SurveyQuestion.RECOMMENDATION, 9, when));
 * HealthCheck check = b2b.revenue().healthChecks().check(globex.id());
 * check.assessment().score();                       // 81.1
 * check.reasons().get(0).message();                // "the next contract to be renewed ends in 46 days"
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.health;

import org.jspecify.annotations.NullMarked;
