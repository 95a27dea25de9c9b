/**
 * Customer surveys about any record.
 *
 * <p>A {@link dev.clientele.core.survey.SurveyResponse} is one answer to a {@link dev.clientele.core.survey.SurveyQuestion} about a
 * person, an account or whatever else is asked about; {@link dev.clientele.core.survey.Surveys} records them, each once, and counts
 * them into a {@link dev.clientele.core.survey.NetPromoterScore} and a {@link dev.clientele.core.survey.SatisfactionScore}.
 *
 * <pre>{@code
 * Surveys surveys = new Surveys(session);      // of a Crm that was given SurveyResponse.TYPE
 * surveys.record(SurveyResponse.of(person.id(), SurveyQuestion.RECOMMENDATION, 9, when).withExternalId("spring", "4711"));
 * surveys.promoterScore(start, end, Criteria.always()).score();
 * }</pre>
 */
@NullMarked
package dev.clientele.core.survey;

import org.jspecify.annotations.NullMarked;
