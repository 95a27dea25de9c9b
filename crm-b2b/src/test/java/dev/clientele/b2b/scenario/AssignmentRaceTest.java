package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.coverage.assignment.AssignmentMethod;
import dev.clientele.b2b.coverage.assignment.AssignmentReport;
import dev.clientele.b2b.coverage.assignment.AssignmentRule;
import dev.clientele.b2b.coverage.assignment.AssignmentTarget;
import dev.clientele.b2b.coverage.assignment.AssignmentTurn;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of turns and loads when 32 assign at once. */
@ParameterizedClass
@EnumSource(Store.class)
class AssignmentRaceTest extends StoredTest {

    private List<SalesRep> reps;
    private List<Lead> leads;

    AssignmentRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void leads_of_nobody_and_four_candidates() {
        reps = List.of(rep("Ada"), rep("Bob"), rep("Cy"), rep("Dora"));
        leads = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> b2b.leads().add(Lead.ofCompany("Company " + i)))
                .toList();
    }

    private AssignmentRule rule(AssignmentMethod method) {
        return b2b.coverage()
                .assignments()
                .rules()
                .add(AssignmentRule.of(
                                "all", AssignmentTarget.LEADS, 1, Criteria.always(), reps.toArray(SalesRep[]::new))
                        .withMethod(method));
    }

    private AssignmentTurn turn(AssignmentRule rule) {
        return session.repository(AssignmentTurn.TYPE)
                .query(AssignmentTurn.RULE.is(rule.id()))
                .first()
                .orElseThrow();
    }

    private void assertEachHasAQuarter() {
        assertThat(reps)
                .allSatisfy(rep -> assertThat(
                                b2b.leads().query(Lead.OWNER.is(rep.id())).count())
                        .isEqualTo(Race.THREADS / 4));
    }

    @Test
    void turns_go_round_evenly() {
        AssignmentRule rule = rule(AssignmentMethod.ROUND_ROBIN);

        Race.all(i -> actor(i).coverage().assignments().assign(leads.get(i)));

        assertEachHasAQuarter();
        assertThat(turn(rule).assigned()).isEqualTo(Race.THREADS);
    }

    @Test
    void whoever_has_the_least_to_do_gets_the_next() {
        rule(AssignmentMethod.LEAST_LOAD);

        Race.all(i -> actor(i).coverage().assignments().assign(leads.get(i)));

        assertEachHasAQuarter();
    }

    @Test
    void a_lead_that_many_assign_takes_one_turn() {
        AssignmentRule rule = rule(AssignmentMethod.ROUND_ROBIN);

        long assigned =
                Race.count(i -> actor(i).coverage().assignments().assign(leads.get(0)), StaleVersionException.class);

        assertThat(assigned).isEqualTo(1);
        assertThat(turn(rule).assigned()).isEqualTo(1);
    }

    @Test
    void runs_beside_each_other_assign_everything_once() {
        AssignmentRule rule = rule(AssignmentMethod.ROUND_ROBIN);

        List<AssignmentReport> reports =
                Race.all(i -> actor(i).coverage().assignments().run(AssignmentTarget.LEADS, Criteria.always()));

        assertEachHasAQuarter();
        assertThat(turn(rule).assigned()).isEqualTo(Race.THREADS);
        assertThat(reports.stream()
                        .mapToLong(report -> report.byRule().getOrDefault("all", 0L))
                        .sum())
                .isEqualTo(Race.THREADS);
    }
}
