package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.b2b.revenue.contract.Contracts;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.survey.SurveyQuestion;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The health of the accounts of the session's tenant, from their timelines, contracts and survey answers. Days are
 * those of the session clock's zone. Thread-safe unless the session is that of a transaction.
 */
public final class HealthChecks {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final CrmSession session;
    private final HealthRules rules;

    private HealthChecks(CrmSession session, HealthRules rules) {
        this.session = Objects.requireNonNull(session, "session");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /** Opens the health checks of a session, by {@link HealthRules#standard()}. */
    public static HealthChecks in(CrmSession session) {
        return new HealthChecks(session, HealthRules.standard());
    }

    /** Returns a copy with other rules. */
    public HealthChecks withRules(HealthRules other) {
        return new HealthChecks(session, other);
    }

    /**
     * Checks the health of an account now.
     *
     * @throws dev.clientele.core.error.NotFoundException if there is no such account
     */
    public HealthCheck check(Id<Account> account) {
        return check(account, List.of());
    }

    /**
     * Checks the health of an account with scores that the host knows besides, such as open cases or use of the
     * product; otherwise as {@link #check(Id)}.
     *
     * @param more by names that the rules' weights have, each once and none of those that are known here
     * @throws IllegalArgumentException if a name has no weight or comes twice
     */
    public HealthCheck check(Id<Account> account, Collection<HealthReason> more) {
        return session.inSnapshot(snapshot -> {
            new Accounts(snapshot).get(account);
            LocalDate today = today(snapshot);
            HealthFacts facts = new HealthFacts(
                    today,
                    lastActivity(snapshot, account),
                    nextEnd(snapshot, account, today),
                    answers(snapshot, account));
            List<HealthReason> reasons = new ArrayList<>(rules.reasons(facts));
            reasons.addAll(more);
            Map<String, Double> scores = new HashMap<>();
            for (HealthReason reason : reasons) {
                if (scores.put(reason.name(), reason.score()) != null) {
                    throw new IllegalArgumentException("more must name each score once, got a second " + reason.name());
                }
            }
            reasons.sort(Comparator.comparingDouble(HealthReason::score));
            return new HealthCheck(account, today, HealthAssessment.of(rules.weights(), scores), reasons);
        });
    }

    private static Optional<LocalDate> lastActivity(CrmSession session, Id<Account> account) {
        Instant afterNow = session.now().plus(1, ChronoUnit.MICROS);
        return new Accounts(session)
                        .timeline(account)
                        .where(Interaction.DIRECTION.isNot(Direction.INTERNAL))
                        .where(Interaction.TYPE.occurredBetween(BEGINNING, afterNow))
                        .page(1)
                        .items()
                        .stream()
                        .findFirst()
                        .map(last -> LocalDate.ofInstant(last.occurredAt(), zone(session)));
    }

    private static Optional<LocalDate> nextEnd(CrmSession session, Id<Account> account, LocalDate day) {
        return new Contracts(session)
                .lifecycles(account).stream()
                        .filter(life -> life.latestTerm(day)
                                .filter(term -> term.isActiveOn(day))
                                .isPresent())
                        .map(life -> life.terms().get(life.terms().size() - 1).endsOn())
                        .min(Comparator.naturalOrder());
    }

    private Map<SurveyQuestion, Map<Integer, Long>> answers(CrmSession session, Id<Account> account) {
        Instant now = session.now();
        AccountSurveys surveys = new AccountSurveys(session);
        Criteria own = surveys.byAccount(account);
        Map<SurveyQuestion, Map<Integer, Long>> answers = new EnumMap<>(SurveyQuestion.class);
        for (SurveyQuestion question : SurveyQuestion.values()) {
            Instant start = now.minus(rules.surveyDays(), ChronoUnit.DAYS);
            answers.put(question, surveys.countAnswers(question, start, now.plus(1, ChronoUnit.MICROS), own));
        }
        return answers;
    }

    private static LocalDate today(CrmSession session) {
        return LocalDate.ofInstant(session.now(), zone(session));
    }

    private static ZoneId zone(CrmSession session) {
        return session.clock().getZone();
    }
}
