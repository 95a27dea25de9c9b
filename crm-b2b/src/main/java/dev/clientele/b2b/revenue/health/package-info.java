/**
 * Account health and the surveys behind it.
 *
 * <p>{@link dev.clientele.b2b.revenue.health.HealthChecks} scores an account by what is stored: the last interaction,
 * the next end of a contract, the answers of {@link dev.clientele.b2b.revenue.health.AccountSurveys}, and whatever the
 * host scores besides. {@link dev.clientele.b2b.revenue.health.HealthRules} turns these {@link
 * dev.clientele.b2b.revenue.health.HealthFacts} into scores with reasons, and {@link
 * dev.clientele.b2b.revenue.health.HealthWeights} weigh them for one {@link
 * dev.clientele.b2b.revenue.health.HealthAssessment}; the result is a {@link
 * dev.clientele.b2b.revenue.health.HealthCheck}. All scores are pure.
 *
 * <p>Responses to surveys are those of {@link dev.clientele.core.survey} with the references of {@link
 * dev.clientele.b2b.revenue.health.AccountSurvey}.
 *
 * <p>Each {@link dev.clientele.b2b.revenue.health.HealthReason} is a score with its explanation.
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
