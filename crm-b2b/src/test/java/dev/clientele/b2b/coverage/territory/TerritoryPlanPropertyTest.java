package dev.clientele.b2b.coverage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of placing accounts, over any tree of territories with or without rules. */
class TerritoryPlanPropertyTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final long NO_RULE = 0;

    private final List<Territory> territories = new ArrayList<>();
    private final Map<Id<Territory>, TerritoryRule> rules = new HashMap<>();

    /**
     * Each territory is part of an earlier one or of none, and takes accounts of so many employees at least, or has no rule.
     */
    private void build(List<Long> limits, List<Integer> parents) {
        territories.clear();
        rules.clear();
        for (int i = 0; i < limits.size(); i++) {
            Territory territory = Territory.of("T" + i, "T" + i).withId(Id.of(new UUID(1, i)));
            int parent = parents.get(i) % (i + 1);
            territories.add(
                    parent == i
                            ? territory
                            : territory.with(
                                    Territory.PARENT, territories.get(parent).id()));
            if (limits.get(i) != NO_RULE) {
                Criteria enough = Account.EMPLOYEES.atLeast(limits.get(i));
                rules.put(
                        territory.id(),
                        TerritoryRule.of(territory, i % 3, enough).withId(Id.of(new UUID(2, i))));
            }
        }
    }

    private static Account account(long employees) {
        return Account.named("Globex").with(Account.EMPLOYEES, employees);
    }

    private boolean isMetBy(Territory territory, Account account) {
        TerritoryRule rule = rules.get(territory.id());
        return rule == null || account.matches(rule.criteria(), NOW);
    }

    private List<Territory> upwards(Territory territory) {
        List<Territory> way = new ArrayList<>(List.of(territory));
        territory
                .find(Territory.PARENT)
                .ifPresent(parent -> territories.stream()
                        .filter(other -> other.id().equals(parent))
                        .forEach(other -> way.addAll(upwards(other))));
        return way;
    }

    @Property(tries = 200)
    void an_account_meets_all_rules_above_it_and_lies_as_deep_as_they_lead(
            @ForAll @Size(8) List<@LongRange(min = 0, max = 5) Long> limits,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 100) Integer> parents,
            @ForAll @LongRange(min = 0, max = 6) long employees) {
        build(limits, parents);
        Account account = account(employees);

        TerritoryPlacement placement =
                TerritoryPlan.of(territories, rules.values()).place(account, NOW);

        List<Territory> open = territories.stream()
                .filter(territory -> rules.containsKey(territory.id()))
                .filter(territory -> upwards(territory).stream().allMatch(above -> isMetBy(above, account)))
                .toList();
        if (placement.territory() == null) {
            assertThat(open).isEmpty();
        } else {
            assertThat(open).extracting(Territory::id).contains(placement.territory());
            assertThat(open)
                    .filteredOn(territory -> upwards(territory).stream()
                            .skip(1)
                            .anyMatch(above -> above.id().equals(placement.territory())))
                    .isEmpty();
            assertThat(placement.path()).endsWith(code(placement));
        }
    }

    private String code(TerritoryPlacement placement) {
        return territories.stream()
                .filter(territory -> territory.id().equals(placement.territory()))
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Property(tries = 200)
    void the_order_in_which_territories_and_rules_are_read_does_not_matter(
            @ForAll @Size(8) List<@LongRange(min = 0, max = 5) Long> limits,
            @ForAll @Size(8) List<@IntRange(min = 0, max = 100) Integer> parents,
            @ForAll @LongRange(min = 0, max = 6) long employees,
            @ForAll long seed) {
        build(limits, parents);
        TerritoryPlacement placement =
                TerritoryPlan.of(territories, rules.values()).place(account(employees), NOW);
        List<Territory> shuffled = new ArrayList<>(territories);
        List<TerritoryRule> others = new ArrayList<>(rules.values());
        Collections.shuffle(shuffled, new Random(seed));
        Collections.shuffle(others, new Random(seed));

        assertThat(TerritoryPlan.of(shuffled, others).place(account(employees), NOW))
                .isEqualTo(placement);
    }
}
