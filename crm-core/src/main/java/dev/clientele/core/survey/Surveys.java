package dev.clientele.core.survey;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The survey responses of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>A module that adds references to {@link SurveyResponse#TYPE} extends this class with the criteria that they allow.
 */
public class Surveys {

    private final EventLog<SurveyResponse> log;

    /** Opens the surveys of a session. */
    public Surveys(CrmSession session) {
        this.log = session.eventLog(SurveyResponse.TYPE);
    }

    /** Records a response; returns false if it was there already. */
    public final boolean record(SurveyResponse response) {
        return log.record(response);
    }

    /** Records responses in one transaction; returns the keys of those that were there already. */
    public final Set<String> record(Collection<SurveyResponse> responses) {
        return log.record(responses);
    }

    /** Returns the log of responses, for queries. */
    public final EventLog<SurveyResponse> log() {
        return log;
    }

    /** Computes the net promoter score of the responses within a time that meet a criteria; they are counted by the database. */
    public final NetPromoterScore promoterScore(Instant startInclusive, Instant endExclusive, Criteria where) {
        return NetPromoterScore.ofCounts(
                countAnswers(SurveyQuestion.RECOMMENDATION, startInclusive, endExclusive, where));
    }

    /** Computes the satisfaction score of the responses within a time that meet a criteria; they are counted by the database. */
    public final SatisfactionScore satisfaction(Instant startInclusive, Instant endExclusive, Criteria where) {
        return SatisfactionScore.ofCounts(
                countAnswers(SurveyQuestion.SATISFACTION, startInclusive, endExclusive, where));
    }

    /** Counts how often each answer to a question was given, by the answer in ascending order. */
    public final Map<Integer, Long> countAnswers(
            SurveyQuestion question, Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = new TreeMap<>();
        log.all()
                .and(where)
                .and(SurveyResponse.QUESTION.is(question))
                .and(SurveyResponse.TYPE.occurredBetween(startInclusive, endExclusive))
                .aggregate(List.of(SurveyResponse.ANSWER), List.of(Measure.count()))
                .forEach(group -> {
                    if (group.keys().get(0) instanceof Long answer) {
                        counts.put(answer.intValue(), group.count(0));
                    }
                });
        return counts;
    }
}
