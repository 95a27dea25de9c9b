package dev.clientele.b2b.revenue.health;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.contract.Contract;
import dev.clientele.b2b.revenue.contract.ContractLifecycle;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.survey.SurveyQuestion;
import dev.clientele.core.survey.SurveyResponse;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The reading of the facts about accounts, some hundreds at once: a few questions whatever their number. */
final class HealthFactReader {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private final CrmSession session;
    private final Instant afterNow;
    private final LocalDate today;
    private final int surveyDays;

    HealthFactReader(CrmSession snapshot, int surveyDays) {
        this.session = snapshot;
        this.afterNow = snapshot.now().plus(1, ChronoUnit.MICROS);
        this.today = day(snapshot.now());
        this.surveyDays = surveyDays;
    }

    /** Returns those of these accounts that are there, in the same order. */
    List<Id<Account>> existing(List<Id<Account>> accounts) {
        Criteria among = Criteria.in(
                DocumentType.ID, accounts.stream().map(Id::toString).sorted().toList());
        Set<Id<Account>> found = new HashSet<>();
        session.repository(Account.TYPE)
                .query(among)
                .columns(List.of(Account.KIND))
                .page(accounts.size())
                .items()
                .forEach(account -> found.add(account.id()));
        return accounts.stream().filter(found::contains).toList();
    }

    /** Returns the facts about these accounts, in the same order. */
    Map<Id<Account>, HealthFacts> of(List<Id<Account>> accounts) {
        Map<UUID, Set<UUID>> identities = new MergedIds(session)
                .identitiesOf(accounts.stream().map(Id::value).toList());
        Map<UUID, UUID> current = new HashMap<>();
        identities.forEach((account, all) -> all.forEach(identity -> current.put(identity, account)));
        Map<UUID, Instant> activities = lastActivities(current);
        Map<Id<Account>, LocalDate> ends = nextEnds(accounts);
        Map<UUID, Map<SurveyQuestion, Map<Integer, Long>>> answers = answers(current);
        Map<Id<Account>, HealthFacts> facts = new LinkedHashMap<>();
        for (Id<Account> account : accounts) {
            facts.put(
                    account,
                    new HealthFacts(
                            today,
                            Optional.ofNullable(activities.get(account.value())).map(this::day),
                            Optional.ofNullable(ends.get(account)),
                            answers.getOrDefault(account.value(), noAnswers())));
        }
        return facts;
    }

    private Map<UUID, Instant> lastActivities(Map<UUID, UUID> current) {
        Map<UUID, Instant> latest = new HashMap<>();
        session.timeline()
                .all()
                .and(Interaction.DIRECTION.isNot(Direction.INTERNAL))
                .and(Interaction.TYPE.occurredBetween(BEGINNING, afterNow))
                .aggregateBySubject(current.keySet(), List.of(), List.of(Measure.max(LogType.OCCURRED_AT)))
                .forEach((identity, groups) -> latest.merge(
                        Objects.requireNonNull(current.get(identity)),
                        (Instant) Objects.requireNonNull(groups.get(0).values().get(0)),
                        (one, other) -> one.isAfter(other) ? one : other));
        return latest;
    }

    private Map<Id<Account>, LocalDate> nextEnds(Collection<Id<Account>> accounts) {
        ListMultimap<Id<Account>, Contract> contracts =
                MultimapBuilder.hashKeys().arrayListValues().build();
        try (Stream<Contract> found =
                session
                        .repository(Contract.TYPE)
                        .query(Contract.ACCOUNT.in(accounts))
                        .sortedBy(Contract.ENDS_ON)
                        .stream()) {
            found.forEach(contract -> contracts.put(contract.account(), contract));
        }
        Map<Id<Account>, LocalDate> ends = new HashMap<>();
        Multimaps.asMap(contracts)
                .forEach((account, terms) -> ContractLifecycle.of(terms).stream()
                        .filter(life -> life.latestTerm(today)
                                .filter(term -> term.isActiveOn(today))
                                .isPresent())
                        .map(life -> life.terms().get(life.terms().size() - 1).endsOn())
                        .min(Comparator.naturalOrder())
                        .ifPresent(end -> ends.put(account, end)));
        return ends;
    }

    private Map<UUID, Map<SurveyQuestion, Map<Integer, Long>>> answers(Map<UUID, UUID> current) {
        Instant start = session.now().minus(surveyDays, ChronoUnit.DAYS);
        List<Group> groups = session.eventLog(SurveyResponse.TYPE)
                .all()
                .and(AccountSurvey.ACCOUNT.in(
                        current.keySet().stream().map(Id::<Account>of).toList()))
                .and(SurveyResponse.TYPE.occurredBetween(start, afterNow))
                .aggregate(
                        List.of(AccountSurvey.ACCOUNT, SurveyResponse.QUESTION, SurveyResponse.ANSWER),
                        List.of(Measure.count()));
        Map<UUID, Map<SurveyQuestion, Map<Integer, Long>>> answers = new HashMap<>();
        for (Group group : groups) {
            Id<Account> account = AccountSurvey.ACCOUNT.valueOf(group.keys().get(0));
            SurveyQuestion question =
                    SurveyResponse.QUESTION.valueOf(group.keys().get(1));
            if (account != null && question != null && group.keys().get(2) instanceof Long answer) {
                UUID survivor = Objects.requireNonNull(current.get(account.value()));
                Objects.requireNonNull(answers.computeIfAbsent(survivor, first -> noAnswers())
                                .get(question))
                        .merge(answer.intValue(), group.count(0), Long::sum);
            }
        }
        return answers;
    }

    private static Map<SurveyQuestion, Map<Integer, Long>> noAnswers() {
        Map<SurveyQuestion, Map<Integer, Long>> none = new EnumMap<>(SurveyQuestion.class);
        for (SurveyQuestion question : SurveyQuestion.values()) {
            none.put(question, new TreeMap<>());
        }
        return none;
    }

    private LocalDate day(Instant time) {
        ZoneId zone = session.clock().getZone();
        return LocalDate.ofInstant(time, zone);
    }
}
