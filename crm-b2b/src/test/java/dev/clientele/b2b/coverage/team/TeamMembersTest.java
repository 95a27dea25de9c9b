package dev.clientele.b2b.coverage.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Team members of accounts and deals, beside the owner. */
@ParameterizedClass
@EnumSource(Store.class)
class TeamMembersTest extends StoredTest {

    private Account globex;
    private Opportunity deal;
    private SalesRep tom;

    TeamMembersTest(Store store) {
        super(store);
    }

    @BeforeEach
    void openDeal() {
        globex = account("Globex");
        deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("10"));
        tom = rep("Tom");
    }

    @Test
    void somebody_is_a_member_of_an_account_and_of_a_deal_each_in_a_role() {
        TeamMember ofAccount = b2b.coverage().teamMembers().assign(globex, tom, TeamRole.CUSTOMER_SUCCESS);
        TeamMember ofDeal = b2b.coverage().teamMembers().assign(deal, tom, TeamRole.SALES_ENGINEER);

        assertThat(b2b.coverage().teamMembers().findMembers(globex)).containsExactly(ofAccount);
        assertThat(b2b.coverage().teamMembers().findMembers(deal)).containsExactly(ofDeal);
        assertThat(b2b.coverage().teamMembers().findMembers(tom.id())).containsExactlyInAnyOrder(ofAccount, ofDeal);
    }

    @Test
    void whoever_joins_again_has_the_new_role_and_is_there_once() {
        b2b.coverage().teamMembers().assign(deal, tom, TeamRole.SALES_ENGINEER);
        b2b.coverage().teamMembers().assign(deal, tom, TeamRole.parse("translator"));

        assertThat(b2b.coverage().teamMembers().findMembers(deal))
                .singleElement()
                .satisfies(member -> assertThat(member.role()).hasToString("translator"));
        assertThatThrownBy(() -> b2b.coverage().teamMembers().add(TeamMember.of(deal, tom, TeamRole.SPECIALIST)))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void a_member_is_one_of_an_account_or_of_a_deal() {
        TeamMember both = TeamMember.of(deal, tom, TeamRole.SPECIALIST).with(TeamMember.ACCOUNT, globex.id());

        assertThatThrownBy(() -> b2b.coverage().teamMembers().add(both)).isInstanceOf(InvalidException.class);
    }

    @Test
    void what_somebody_works_on_is_a_criteria_that_an_access_policy_can_use() {
        b2b.deals().open(globex, Pipeline.standard(), "Pumps", eur("10"));
        b2b.coverage()
                .teamMembers()
                .save(b2b.coverage()
                        .teamMembers()
                        .assign(deal, tom, TeamRole.SALES_ENGINEER)
                        .with(TeamMember.ACCESS, AccessLevel.READ));

        assertThat(b2b.deals()
                        .query(b2b.coverage().teamMembers().dealsOf(tom.id()))
                        .first())
                .contains(deal);
        assertThat(b2b.deals()
                        .query(b2b.coverage().teamMembers().dealsOf(tom.id()))
                        .count())
                .isEqualTo(1);
        assertThat(b2b.deals()
                        .query(b2b.coverage().teamMembers().dealsOf(tom.id(), AccessLevel.WRITE))
                        .count())
                .isZero();
        assertThat(b2b.accounts()
                        .query(b2b.coverage().teamMembers().accountsOf(tom.id()))
                        .count())
                .isZero();
    }

    @Test
    void another_tenant_sees_no_members() {
        b2b.coverage().teamMembers().assign(deal, tom, TeamRole.SALES_ENGINEER);

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.coverage().teamMembers().all().count()).isZero();
    }
}
