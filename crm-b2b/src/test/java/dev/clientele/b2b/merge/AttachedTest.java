package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.channel.Partner;
import dev.clientele.b2b.channel.PartnerType;
import dev.clientele.b2b.member.Member;
import dev.clientele.b2b.member.MemberRole;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.Pipeline;
import dev.clientele.b2b.task.Task;
import dev.clientele.b2b.team.SalesRep;
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
        Task open = b2b.tasks().add(Task.of("Call").about(twin));
        Task done = b2b.tasks().done(b2b.tasks().add(Task.of("Write").about(twin)));

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(b2b.tasks().findAll(List.of(open.id(), done.id())))
                .extracting(task -> task.require(Task.ACCOUNT))
                .containsOnly(globex.id());

        b2b.merges().undo(merge);
        assertThat(b2b.tasks().findAll(List.of(open.id(), done.id())))
                .extracting(task -> task.require(Task.ACCOUNT))
                .containsOnly(twin.id());
    }

    @Test
    void who_works_on_both_accounts_works_on_the_survivor_once() {
        Account globex = account("Globex");
        Account twin = account("Twin");
        SalesRep bob = rep("Bob");
        SalesRep eve = rep("Eve");
        Member own = b2b.members().join(globex, bob, MemberRole.CO_SELLER);
        b2b.members().join(twin, bob, MemberRole.SPECIALIST);
        b2b.members().join(twin, eve, MemberRole.SPECIALIST);

        Merge merge = b2b.accounts().merge(globex, twin);
        assertThat(b2b.members().of(globex)).extracting(Member::rep).containsExactlyInAnyOrder(bob.id(), eve.id());
        assertThat(b2b.members().get(own.id()).role()).isEqualTo(MemberRole.CO_SELLER);

        b2b.merges().undo(merge);
        assertThat(b2b.members().of(globex)).extracting(Member::rep).containsExactly(bob.id());
        assertThat(b2b.members().of(twin)).hasSize(2);
    }

    @Test
    void two_partners_who_are_one_are_one_partner_with_the_influence_of_both() {
        Account solaria = account("Solaria");
        Account twin = account("Solaria Ltd");
        Partner partner = b2b.partners().enroll(solaria, PartnerType.RESELLER);
        b2b.partners().enroll(twin, PartnerType.RESELLER);
        Opportunity deal = b2b.opportunities().open(account("Globex"), Pipeline.standard(), "Turbines", eur("1"));
        Opportunity other = b2b.opportunities().open(account("Initech"), Pipeline.standard(), "Blades", eur("1"));
        b2b.partners().influence(deal, solaria.id(), "visited");
        b2b.partners().influence(deal, twin.id(), "called");
        b2b.partners().influence(other, twin.id(), "called");

        Merge merge = b2b.accounts()
                .merge(b2b.accounts().get(solaria.id()), b2b.accounts().get(twin.id()));
        assertThat(b2b.partners().all().first().map(Partner::id)).contains(partner.id());
        assertThat(b2b.partners().all().count()).isEqualTo(1);
        assertThat(b2b.partners().influencesOf(deal.id())).hasSize(1);
        assertThat(b2b.partners().influencesOf(other.id())).hasSize(1);

        assertThat(b2b.merges().undo(merge).isWhole()).isTrue();
        assertThat(b2b.partners().all().count()).isEqualTo(2);
        assertThat(b2b.partners().influencesOf(deal.id())).hasSize(2);
    }
}
