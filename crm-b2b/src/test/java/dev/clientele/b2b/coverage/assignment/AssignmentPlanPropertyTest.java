package dev.clientele.b2b.coverage.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Who gets a record, decided without any database. */
class AssignmentPlanPropertyTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final int REPS = 5;

    private static final List<SalesRep> TEAM = IntStream.range(0, REPS)
            .mapToObj(i -> SalesRep.named("Rep " + i).withId(Id.of(new UUID(1, i))))
            .toList();
    private static final SalesRep[] ALL = TEAM.toArray(SalesRep[]::new);

    private static AssignmentRule rule(String code, long place, Criteria criteria, SalesRep... candidates) {
        return AssignmentRule.of(code, AssignmentTarget.LEADS, place, criteria, candidates)
                .withId(Id.of(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8))));
    }

    private static Lead lead(String industry) {
        return Lead.ofCompany("Initech").with(Lead.INDUSTRY, industry);
    }

    private static List<Id<SalesRep>> decide(AssignmentPlan plan, AssignmentState state, int times) {
        List<Id<SalesRep>> chosen = new ArrayList<>();
        AssignmentState now = state;
        for (int i = 0; i < times; i++) {
            Assignment assignment = plan.decide(lead("energy"), now, NOW);
            chosen.add(assignment.rep());
            now = now.after(assignment);
        }
        return chosen;
    }

    @Test
    void the_first_rule_that_is_met_decides_and_the_explanation_names_those_before_it() {
        AssignmentPlan plan = AssignmentPlan.of(
                List.of(
                        rule("rest", 9, Criteria.always(), TEAM.get(2)),
                        rule("steel", 1, Lead.INDUSTRY.is("steel"), TEAM.get(0)),
                        rule("energy", 2, Lead.INDUSTRY.is("energy"), TEAM.get(1))),
                TEAM);

        Assignment assignment = plan.decide(lead("energy"), AssignmentState.INITIAL, NOW);

        assertThat(assignment.rep()).isEqualTo(TEAM.get(1).id());
        assertThat(assignment.explanation()).isEqualTo("steel: not met; energy: met, the first who is there");
    }

    @Test
    void who_is_retired_or_gone_is_passed_over_and_a_rule_without_anybody_left_too() {
        AssignmentPlan plan = AssignmentPlan.of(
                List.of(
                        rule("energy", 1, Criteria.always(), TEAM.get(0), TEAM.get(1)),
                        rule("rest", 2, Criteria.always(), TEAM.get(0), TEAM.get(2))),
                List.of(TEAM.get(1).with(SalesRep.RETIRED, true), TEAM.get(2)));

        Assignment assignment = plan.decide(lead("energy"), AssignmentState.INITIAL, NOW);

        assertThat(assignment.rep()).isEqualTo(TEAM.get(2).id());
        assertThat(assignment.explanation()).startsWith("energy: met, but none of its candidates is there; rest: met");
    }

    @Test
    void nobody_gets_what_no_rule_covers() {
        AssignmentRule suspended =
                rule("rest", 1, Criteria.always(), TEAM.get(0)).with(AssignmentRule.SUSPENDED, true);

        assertThat(AssignmentPlan.of(List.of(suspended), TEAM)
                        .decide(lead("energy"), AssignmentState.INITIAL, NOW)
                        .isAssigned())
                .isFalse();
        assertThat(AssignmentPlan.of(List.of(), TEAM)
                        .decide(lead("energy"), AssignmentState.INITIAL, NOW)
                        .explanation())
                .isEqualTo("there is no rule");
    }

    @Property(tries = 200)
    void in_a_round_everybody_who_is_there_gets_as_many_give_or_take_one(
            @ForAll @Size(min = 1, max = REPS) Set<@IntRange(min = 0, max = REPS - 1) Integer> there,
            @ForAll @IntRange(min = 0, max = 40) int times) {
        AssignmentPlan plan = AssignmentPlan.of(
                List.of(rule("all", 1, Criteria.always(), ALL).withMethod(AssignmentMethod.ROUND_ROBIN)),
                there.stream().map(TEAM::get).toList());

        List<Id<SalesRep>> chosen = decide(plan, AssignmentState.INITIAL, times);

        for (int i : there) {
            assertThat(chosen.stream().filter(TEAM.get(i).id()::equals).count())
                    .isBetween((long) times / there.size(), (long) (times + there.size() - 1) / there.size());
        }
        for (int i = there.size(); i < times; i++) {
            assertThat(new HashSet<>(chosen.subList(i - there.size(), i))).hasSize(there.size());
        }
    }

    @Property(tries = 200)
    void the_least_load_evens_out(
            @ForAll @Size(REPS) List<@IntRange(min = 0, max = 10) Integer> before,
            @ForAll @IntRange(min = 0, max = 40) int times) {
        Map<Id<SalesRep>, Long> loads = new HashMap<>();
        IntStream.range(0, REPS).forEach(i -> loads.put(TEAM.get(i).id(), (long) before.get(i)));
        AssignmentPlan plan = AssignmentPlan.of(
                List.of(rule("all", 1, Criteria.always(), ALL).withMethod(AssignmentMethod.LEAST_LOAD)), TEAM);

        decide(plan, new AssignmentState(Map.of(), loads), times).forEach(rep -> loads.merge(rep, 1L, Long::sum));

        // whoever got something has at most one more than the one who has the least
        long least = loads.values().stream().mapToLong(load -> load).min().orElseThrow();
        for (int i = 0; i < REPS; i++) {
            long after = loads.get(TEAM.get(i).id());
            assertThat(after == before.get(i) || after <= least + 1).isTrue();
        }
    }
}
