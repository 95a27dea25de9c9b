package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.coverage.handover.Handover;
import dev.clientele.b2b.coverage.handover.HandoverKind;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.Race;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of handovers when 32 hand over at once. */
@ParameterizedClass
@EnumSource(Store.class)
class HandoverRaceTest extends StoredTest {

    private static final int DEALS = 12;

    private SalesRep mary;
    private SalesRep tom;
    private List<Opportunity> deals;

    HandoverRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void deals_of_mary() {
        mary = rep("Mary");
        tom = rep("Tom");
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        deals = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            Account account = b2b.accounts().add(Account.named("Customer " + i).with(Account.OWNER, mary.id()));
            deals.add(b2b.deals().open(account, pipeline, "Deal " + i, eur("100")));
        }
    }

    @Test
    void a_handover_that_32_go_on_with_passes_each_record_once_and_counts_it_once() {
        Handover begun = b2b.coverage()
                .handovers()
                .begin(Handover.between(mary, tom).withScope(HandoverKind.ACCOUNTS_WITH_DEALS, Criteria.always()));

        List<Handover> done = Race.all(i -> actor(i).coverage().handovers().run(begun));

        assertThat(done).allSatisfy(each -> {
            assertThat(each.transferred().deals()).isEqualTo(DEALS);
            assertThat(each.transferred().accounts()).isEqualTo(DEALS);
        });
        assertThat(b2b.deals().query(Opportunity.OWNER.is(tom.id())).count()).isEqualTo(DEALS);
        assertThat(deals)
                .allSatisfy(
                        deal -> assertThat(b2b.deals().get(deal.id()).version()).isEqualTo(deal.version() + 1));
    }

    @Test
    void a_deal_passes_to_one_of_those_to_whom_it_is_handed_at_once() {
        List<SalesRep> heirs = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            heirs.add(rep("Heir " + i));
        }

        long passed = Race.count(
                i -> actor(i).coverage().handovers().transferDeal(deals.get(0), heirs.get(i), CreditRule.PASSES_ON),
                StaleVersionException.class);

        assertThat(passed).isEqualTo(1);
        assertThat(b2b.deals().get(deals.get(0).id()).version())
                .isEqualTo(deals.get(0).version() + 1);
    }

    @Test
    void an_account_and_its_deals_pass_to_the_same_one_whoever_hands_them_over_at_once() {
        Account account = b2b.accounts().get(deals.get(0).require(Opportunity.ACCOUNT));
        SalesRep zoe = rep("Zoe");

        long passed = Race.count(
                i -> actor(i).coverage()
                        .handovers()
                        .transferAccount(account, i % 2 == 0 ? tom : zoe, CreditRule.PASSES_ON),
                StaleVersionException.class);

        assertThat(passed).isEqualTo(1);
        assertThat(b2b.deals().get(deals.get(0).id()).get(Opportunity.OWNER))
                .isEqualTo(b2b.accounts().get(account.id()).get(Account.OWNER));
    }

    @Test
    void whoever_takes_over_a_place_in_a_team_is_in_it_once_though_assigned_to_it_at_once() {
        deals.forEach(deal -> b2b.coverage().teamMembers().assign(deal, mary, TeamRole.SPECIALIST));

        Race.all(i -> i == 0
                ? actor(i).coverage()
                        .handovers()
                        .run(Handover.between(mary, tom).withScope(HandoverKind.MEMBERSHIPS, Criteria.always()))
                : actor(i).coverage().teamMembers().assign(deals.get(i % DEALS), tom, TeamRole.CO_SELLER));

        assertThat(b2b.coverage()
                        .teamMembers()
                        .query(TeamMember.REP.is(mary.id()))
                        .count())
                .isZero();
        assertThat(deals)
                .allSatisfy(deal -> assertThat(b2b.coverage().teamMembers().findMembers(deal))
                        .extracting(TeamMember::rep)
                        .containsExactly(tom.id()));
    }

    @Test
    void nothing_is_lost_of_what_is_edited_moved_on_and_handed_over_at_once() {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            leads.add(b2b.leads().add(Lead.of("Ana", "Lead " + i).with(Lead.OWNER, mary.id())));
        }

        Race.<Entity<?>>count(
                i -> switch (i % 4) {
                    case 0 ->
                        actor(i).coverage()
                                .handovers()
                                .run(Handover.between(mary, tom).withAllScopes());
                    case 1 -> actor(i).leads().qualify(leads.get(i));
                    case 2 -> actor(i).deals().advance(deals.get(i % DEALS), "propose");
                    default -> actor(i).leads().save(leads.get(i).with(Lead.INDUSTRY, "energy"));
                },
                StaleVersionException.class);

        assertThat(b2b.deals().query(Opportunity.OWNER.is(mary.id())).count()).isZero();
        assertThat(b2b.accounts().query(Account.OWNER.is(mary.id())).count()).isZero();
        assertThat(b2b.leads().query(Lead.OWNER.is(mary.id())).count()).isZero();
        assertThat(b2b.leads().query(Lead.OWNER.is(tom.id())).count()).isEqualTo(Race.THREADS);
    }
}
