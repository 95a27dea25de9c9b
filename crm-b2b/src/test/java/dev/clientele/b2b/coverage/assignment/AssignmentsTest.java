package dev.clientele.b2b.coverage.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadStatus;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Leads, accounts and deals come to their owners by stored rules. */
@ParameterizedClass
@EnumSource(Store.class)
class AssignmentsTest extends StoredTest {

    private SalesRep mary;
    private SalesRep tom;
    private SalesRep zoe;

    AssignmentsTest(Store store) {
        super(store);
    }

    @BeforeEach
    void hire() {
        mary = rep("Mary");
        tom = rep("Tom");
        zoe = rep("Zoe");
    }

    private AssignmentRule rule(AssignmentTarget target, AssignmentMethod method, SalesRep... candidates) {
        return b2b.coverage()
                .assignments()
                .rules()
                .add(AssignmentRule.of("all " + target, target, 1, Criteria.always(), candidates)
                        .withMethod(method));
    }

    private Lead lead(String company) {
        return b2b.leads().add(Lead.ofCompany(company));
    }

    private long owned(SalesRep rep) {
        return b2b.leads().query(Lead.OWNER.is(rep.id())).count();
    }

    @Test
    void leads_accounts_and_deals_go_to_whom_their_rules_say() {
        AssignmentRules rules = b2b.coverage().assignments().rules();
        rules.add(AssignmentRule.of("energy", AssignmentTarget.LEADS, 1, Lead.INDUSTRY.is("energy"), mary));
        rules.add(AssignmentRule.of("large", AssignmentTarget.ACCOUNTS, 1, Account.EMPLOYEES.atLeast(1000L), tom));
        rules.add(AssignmentRule.of("dear", AssignmentTarget.DEALS, 1, Opportunity.AMOUNT.atLeast(eur("100")), zoe));
        Lead lead = b2b.leads().add(Lead.ofCompany("Initech").with(Lead.INDUSTRY, "energy"));
        Account globex = b2b.accounts().add(Account.named("Globex").with(Account.EMPLOYEES, 5000L));
        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("100"));

        assertThat(b2b.coverage().assignments().preview(lead).explanation())
                .isEqualTo("energy: met, the first who is there");
        assertThat(b2b.coverage().assignments().assign(lead).record().get(Lead.OWNER))
                .isEqualTo(mary.id());
        assertThat(b2b.coverage().assignments().assign(globex).record().get(Account.OWNER))
                .isEqualTo(tom.id());
        assertThat(b2b.coverage().assignments().assign(deal).record().get(Opportunity.OWNER))
                .isEqualTo(zoe.id());
        assertThat(b2b.leads().get(lead.id()).get(Lead.OWNER)).isEqualTo(mary.id());
    }

    @Test
    void what_no_rule_covers_stays_as_it_is() {
        Lead lead = b2b.leads().add(Lead.ofCompany("Initech").with(Lead.OWNER, tom.id()));

        AssignmentResult<Lead> assigned = b2b.coverage().assignments().assign(lead);

        assertThat(assigned.record()).isEqualTo(lead);
        assertThat(assigned.assignment().isAssigned()).isFalse();
    }

    @Test
    void turns_go_round_over_single_calls_and_runs() {
        rule(AssignmentTarget.LEADS, AssignmentMethod.ROUND_ROBIN, mary, tom, zoe);

        assertThat(b2b.coverage().assignments().assign(lead("A")).assignment().rep())
                .isEqualTo(mary.id());
        assertThat(b2b.coverage().assignments().preview(lead("B")).rep()).isEqualTo(tom.id());
        IntStream.range(0, 6).forEach(i -> lead("C" + i));
        AssignmentReport expected = b2b.coverage().assignments().dryRun(AssignmentTarget.LEADS, Criteria.always());
        AssignmentReport report = b2b.coverage().assignments().run(AssignmentTarget.LEADS, Criteria.always());

        assertThat(report).isEqualTo(expected);
        assertThat(report.byRule()).containsEntry("all LEADS", 7L);
        assertThat(report.byRep()).containsEntry(tom.id(), 3L).containsEntry(zoe.id(), 2L);
        assertThat(List.of(owned(mary), owned(tom), owned(zoe))).containsExactly(3L, 3L, 2L);
        assertThat(b2b.coverage()
                        .assignments()
                        .run(AssignmentTarget.LEADS, Criteria.always())
                        .examined())
                .isZero();
    }

    @Test
    void whoever_has_the_least_to_do_gets_the_next() {
        rule(AssignmentTarget.LEADS, AssignmentMethod.LEAST_LOAD, mary, tom);
        b2b.leads().add(Lead.ofCompany("A").with(Lead.OWNER, mary.id()));
        b2b.leads().add(Lead.ofCompany("B").with(Lead.OWNER, mary.id()));
        b2b.leads().add(Lead.ofCompany("C").with(Lead.OWNER, tom.id()).with(Lead.STATUS, LeadStatus.DISQUALIFIED));
        IntStream.range(0, 4).forEach(i -> lead("D" + i));

        b2b.coverage().assignments().run(AssignmentTarget.LEADS, Criteria.always());

        assertThat(owned(mary)).isEqualTo(3);
        assertThat(owned(tom)).isEqualTo(4); // one of which is no work
    }

    @Test
    void a_rule_that_does_not_fit_is_refused() {
        AssignmentRules rules = b2b.coverage().assignments().rules();

        assertThatThrownBy(() -> rules.add(
                        AssignmentRule.of("a", AssignmentTarget.LEADS, 1, Criteria.equal("colour", "red"), tom)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("doesn't fit lead");
        assertThatThrownBy(() -> rules.add(AssignmentRule.of(
                        "a",
                        AssignmentTarget.LEADS,
                        1,
                        Criteria.always(),
                        SalesRep.named("Nobody").withId(Id.of(new UUID(7, 7))))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("isn't there");
        assertThatThrownBy(() -> rules.add(AssignmentRule.of("a", AssignmentTarget.LEADS, 1, Criteria.always())))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void a_rule_goes_with_its_turn() {
        AssignmentRule rule = rule(AssignmentTarget.LEADS, AssignmentMethod.ROUND_ROBIN, mary, tom);
        b2b.coverage().assignments().assign(lead("A"));

        b2b.coverage().assignments().rules().remove(rule);

        assertThat(b2b.coverage().assignments().preview(lead("B")).isAssigned()).isFalse();
    }

    @Test
    void another_tenant_has_no_rules() {
        rule(AssignmentTarget.LEADS, AssignmentMethod.FIRST, mary);
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        Lead lead = other.leads().add(Lead.ofCompany("Initech"));

        assertThat(other.coverage().assignments().assign(lead).assignment().explanation())
                .isEqualTo("there is no rule");
    }
}
