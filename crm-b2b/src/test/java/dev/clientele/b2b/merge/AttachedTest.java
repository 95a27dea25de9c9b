package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.partner.Partner;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What hangs on accounts beside deals and contacts, none of which the merge knows by name. */
@ParameterizedClass
@EnumSource(Store.class)
class AttachedTest extends StoredTest {

    AttachedTest(Store store) {
        super(store);
    }

    @Test
    void tasks_done_and_open_go_with_the_account() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        Task open = b2b.activity().tasks().add(Task.of("Call").with(SalesTask.ACCOUNT, twin.id()));
        Task done = b2b.activity()
                .tasks()
                .complete(b2b.activity().tasks().add(Task.of("Write").with(SalesTask.ACCOUNT, twin.id())));

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(b2b.activity().tasks().findAll(List.of(open.id(), done.id())))
                .extracting(task -> task.require(SalesTask.ACCOUNT))
                .containsOnly(globex.id());

        b2b.merges().undo(merge);
        assertThat(b2b.activity().tasks().findAll(List.of(open.id(), done.id())))
                .extracting(task -> task.require(SalesTask.ACCOUNT))
                .containsOnly(twin.id());
    }

    @Test
    void who_works_on_both_accounts_works_on_the_survivor_once() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        SalesRep bob = rep("Bob");
        SalesRep eve = rep("Eve");
        TeamMember own = b2b.coverage().teamMembers().assign(globex, bob, TeamRole.CO_SELLER);
        b2b.coverage().teamMembers().assign(twin, bob, TeamRole.SPECIALIST);
        b2b.coverage().teamMembers().assign(twin, eve, TeamRole.SPECIALIST);

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(b2b.coverage().teamMembers().findMembers(globex))
                .extracting(TeamMember::rep)
                .containsExactlyInAnyOrder(bob.id(), eve.id());
        assertThat(b2b.coverage().teamMembers().get(own.id()).role()).isEqualTo(TeamRole.CO_SELLER);

        b2b.merges().undo(merge);
        assertThat(b2b.coverage().teamMembers().findMembers(globex))
                .extracting(TeamMember::rep)
                .containsExactly(bob.id());
        assertThat(b2b.coverage().teamMembers().findMembers(twin)).hasSize(2);
    }

    @Test
    void two_partners_who_are_one_are_one_partner_with_the_influence_of_both() {
        Account solaria = account("Solaria");
        Account twin = account("Solaria Ltd");
        Partner partner = b2b.partners().enroll(solaria, PartnerType.RESELLER);
        b2b.partners().enroll(twin, PartnerType.RESELLER);
        Opportunity deal = b2b.deals().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
        Opportunity other = b2b.deals().open(account("Initech"), Pipeline.standard(), "Blades", eur("1"));
        b2b.partners().addInfluence(deal, solaria.id(), "visited");
        b2b.partners().addInfluence(deal, twin.id(), "called");
        b2b.partners().addInfluence(other, twin.id(), "called");

        Merge merge = b2b.accounts()
                .merge(b2b.accounts().get(solaria.id()), b2b.accounts().get(twin.id()));
        assertThat(b2b.partners().all().first().map(Partner::id)).contains(partner.id());
        assertThat(b2b.partners().all().count()).isEqualTo(1);
        assertThat(b2b.partners().findInfluences(deal.id())).hasSize(1);
        assertThat(b2b.partners().findInfluences(other.id())).hasSize(1);

        assertThat(b2b.merges().undo(merge).isComplete()).isTrue();
        assertThat(b2b.partners().all().count()).isEqualTo(2);
        assertThat(b2b.partners().findInfluences(deal.id())).hasSize(2);
    }
}
