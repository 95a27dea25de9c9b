package dev.clientele.b2b.revenue.health;

import com.google.common.collect.Iterables;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Accounts;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The health of the accounts of the session's tenant, from their timelines, contracts and survey answers. Days are
 * those of the session clock's zone. Thread-safe unless the session is that of a transaction.
 */
public final class HealthChecks {

    private static final int BATCH = 500;

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
            return assess(account, facts(snapshot).of(List.of(account)), more);
        });
    }

    /**
     * Checks the health of many accounts now, on one state, with few questions to the database however many they are; each as {@link
     * #check(Id)} does.
     *
     * @return in the order of the ids; of those of no account, or of one that the actor may not see, there is none
     */
    public Map<Id<Account>, HealthCheck> checkAll(Collection<Id<Account>> accounts) {
        return session.inSnapshot(snapshot -> {
            HealthFactReader reader = facts(snapshot);
            Map<Id<Account>, HealthCheck> checks = new LinkedHashMap<>();
            for (List<Id<Account>> some : Iterables.partition(new LinkedHashSet<>(accounts), BATCH)) {
                Map<Id<Account>, HealthFacts> facts = reader.of(reader.existing(some));
                facts.keySet().forEach(account -> checks.put(account, assess(account, facts, List.of())));
            }
            return Collections.unmodifiableMap(checks);
        });
    }

    private HealthFactReader facts(CrmSession snapshot) {
        return new HealthFactReader(snapshot, rules.surveyDays());
    }

    private HealthCheck assess(
            Id<Account> account, Map<Id<Account>, HealthFacts> known, Collection<HealthReason> more) {
        HealthFacts facts = Objects.requireNonNull(known.get(account));
        List<HealthReason> reasons = new ArrayList<>(rules.reasons(facts));
        reasons.addAll(more);
        Map<String, Double> scores = new HashMap<>();
        for (HealthReason reason : reasons) {
            if (scores.put(reason.name(), reason.score()) != null) {
                throw new IllegalArgumentException("more must name each score once, got a second " + reason.name());
            }
        }
        reasons.sort(Comparator.comparingDouble(HealthReason::score));
        return new HealthCheck(account, facts.day(), HealthAssessment.of(rules.weights(), scores), reasons);
    }
}
