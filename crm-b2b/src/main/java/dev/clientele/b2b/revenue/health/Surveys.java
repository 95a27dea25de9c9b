package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the customers of the session's tenant answered. Thread-safe unless the session is that of a transaction. */
public final class Surveys {

    private static final int MIN_PROMOTER = 9;
    private static final int MIN_PASSIVE = 7;
    private static final int MIN_SATISFIED = 4;

    private final CrmSession session;
    private final EventLog<SurveyResponse> log;

    /** Those of a session. */
    public Surveys(CrmSession session) {
        this.session = session;
        this.log = session.eventLog(SurveyResponse.TYPE);
    }

    /** Records an answer; false if it was there already. */
    public boolean record(SurveyResponse answer) {
        return log.record(answer);
    }

    /** Records answers in one transaction; returns the keys of those that were there already. */
    public Set<String> record(Collection<SurveyResponse> answers) {
        return log.record(answers);
    }

    /** The log itself, for queries. */
    public EventLog<SurveyResponse> log() {
        return log;
    }

    /** How likely customers would recommend us, by their answers in a time that meet a criteria; counted by the database. */
    public NetPromoterScore promoterScore(Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = counts(SurveyQuestion.RECOMMENDATION, startInclusive, endExclusive, where);
        long promoters = from(counts, MIN_PROMOTER);
        long passives = from(counts, MIN_PASSIVE) - promoters;
        return new NetPromoterScore(promoters, passives, from(counts, 0) - promoters - passives);
    }

    /** How satisfied customers are, by their answers in a time that meet a criteria; counted by the database. */
    public SatisfactionScore satisfaction(Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = counts(SurveyQuestion.SATISFACTION, startInclusive, endExclusive, where);
        return new SatisfactionScore(from(counts, MIN_SATISFIED), from(counts, 0));
    }

    /** The answers of an account and of those merged into it, for {@link #promoterScore} and {@link #satisfaction}. */
    public Criteria byAccount(Id<Account> account) {
        return SurveyResponse.ACCOUNT.in(new MergedIds(session)
                .identities(account).stream().map(Id::<Account>of).toList());
    }

    /** How often each answer was given. */
    Map<Integer, Long> counts(SurveyQuestion question, Instant startInclusive, Instant endExclusive, Criteria where) {
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

    private static long from(Map<Integer, Long> counts, int lowest) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= lowest)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
