package dev.clientele.b2b.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.merge.Aliases;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.EventLog;
import dev.clientele.core.entity.Id;
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

    private static final int PROMOTERS_FROM = 9;
    private static final int PASSIVES_FROM = 7;
    private static final int SATISFIED_FROM = 4;

    private final CrmSession session;
    private final EventLog<SurveyAnswer> log;

    /** Those of a session. */
    public Surveys(CrmSession session) {
        this.session = session;
        this.log = session.log(SurveyAnswer.TYPE);
    }

    /** Records an answer; false if it was there already. */
    public boolean record(SurveyAnswer answer) {
        return log.record(answer);
    }

    /** Records answers in one transaction; returns the keys of those that were there already. */
    public Set<String> record(Collection<SurveyAnswer> answers) {
        return log.record(answers);
    }

    /** The log itself, for queries. */
    public EventLog<SurveyAnswer> log() {
        return log;
    }

    /** How likely customers would recommend us, by their answers in a time that meet a criteria; counted by the database. */
    public PromoterScore promoterScore(Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = counts(SurveyQuestion.RECOMMENDATION, startInclusive, endExclusive, where);
        long promoters = from(counts, PROMOTERS_FROM);
        long passives = from(counts, PASSIVES_FROM) - promoters;
        return new PromoterScore(promoters, passives, from(counts, 0) - promoters - passives);
    }

    /** How satisfied customers are, by their answers in a time that meet a criteria; counted by the database. */
    public Satisfaction satisfaction(Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = counts(SurveyQuestion.SATISFACTION, startInclusive, endExclusive, where);
        return new Satisfaction(from(counts, SATISFIED_FROM), from(counts, 0));
    }

    /** The answers of an account and of those merged into it, for {@link #promoterScore} and {@link #satisfaction}. */
    public Criteria of(Id<Account> account) {
        return SurveyAnswer.ACCOUNT.in(new Aliases(session)
                .identities(account).stream().map(Id::<Account>of).toList());
    }

    /** How often each answer was given. */
    Map<Integer, Long> counts(SurveyQuestion question, Instant startInclusive, Instant endExclusive, Criteria where) {
        Map<Integer, Long> counts = new TreeMap<>();
        log.all()
                .and(where)
                .and(SurveyAnswer.QUESTION.is(question))
                .and(SurveyAnswer.TYPE.occurredBetween(startInclusive, endExclusive))
                .aggregate(List.of(SurveyAnswer.ANSWER), List.of(Measure.count()))
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
