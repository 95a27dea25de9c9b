package dev.clientele.b2b.coverage.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.coverage.team.TeamMember;
import dev.clientele.b2b.coverage.team.TeamRole;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.CreditSplit;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.partner.Partner;
import dev.clientele.b2b.partner.PartnerType;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.task.Task;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Mary passes on to Tom. */
@ParameterizedClass
@EnumSource(Store.class)
class HandoversTest extends StoredTest {

    private SalesRep mary;
    private SalesRep tom;
    private SalesRep zoe;
    private Account globex;

    HandoversTest(Store store) {
        super(store);
    }

    @BeforeEach
    void hire() {
        mary = rep("Mary");
        tom = rep("Tom");
        zoe = rep("Zoe");
        globex = b2b.accounts().add(Account.named("Globex").with(Account.OWNER, mary.id()));
    }

    private Opportunity deal(String name) {
        return b2b.deals().open(globex, Pipeline.standard(), name, eur("100"));
    }

    private Opportunity now(Opportunity deal) {
        return b2b.deals().get(deal.id());
    }

    private Task now(Task task) {
        return b2b.activity().tasks().get(task.id());
    }

    @Test
    void open_tasks_move_with_the_deal_and_closed_ones_stay_attributed() {
        Opportunity deal = deal("Turbines");
        Task open = b2b.activity()
                .tasks()
                .add(Task.of("Call").with(SalesTask.OPPORTUNITY, deal.id()).with(SalesTask.ASSIGNEE, mary.id()));
        Task done = b2b.activity()
                .tasks()
                .complete(b2b.activity()
                        .tasks()
                        .add(Task.of("Demo")
                                .with(SalesTask.OPPORTUNITY, deal.id())
                                .with(SalesTask.ASSIGNEE, mary.id())));
        Task anothers = b2b.activity()
                .tasks()
                .add(Task.of("Check").with(SalesTask.OPPORTUNITY, deal.id()).with(SalesTask.ASSIGNEE, zoe.id()));
        Task elsewhere = b2b.activity().tasks().add(Task.of("Lunch").with(SalesTask.ASSIGNEE, mary.id()));

        Opportunity passed = b2b.coverage().handovers().transferDeal(deal, tom, CreditRule.PASSES_ON);

        assertThat(passed.get(Opportunity.OWNER)).isEqualTo(tom.id());
        assertThat(now(open).get(SalesTask.ASSIGNEE)).isEqualTo(tom.id());
        assertThat(now(done)).isEqualTo(done);
        assertThat(now(anothers)).isEqualTo(anothers);
        assertThat(now(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void splits_pass_on_by_the_rule_and_total_a_hundred() {
        Opportunity deal = b2b.deals()
                .split(
                        deal("Turbines"),
                        CreditSplit.of(mary.id(), "33.34"),
                        CreditSplit.of(tom.id(), "33.33"),
                        CreditSplit.of(zoe.id(), "33.33"));

        Opportunity passed = b2b.coverage().handovers().transferDeal(deal, tom, CreditRule.PASSES_ON);

        assertThat(passed.splits())
                .containsExactly(CreditSplit.of(tom.id(), "66.67"), CreditSplit.of(zoe.id(), "33.33"));
        assertThat(passed.credits().amounts())
                .containsEntry(tom.id(), eur("66.67"))
                .containsEntry(zoe.id(), eur("33.33"));
    }

    @Test
    void credit_that_stays_is_told_from_ownership() {
        Opportunity passed = b2b.coverage().handovers().transferDeal(deal("Turbines"), tom, CreditRule.STAYS);

        assertThat(passed.get(Opportunity.OWNER)).isEqualTo(tom.id());
        assertThat(passed.credits().amounts()).containsOnlyKeys(mary.id());
        assertThat(b2b.deals().findCreditedTo(mary.id()).count()).isEqualTo(1);
    }

    @Test
    void an_account_takes_its_open_deals_and_tasks_with_it() {
        Opportunity deal = deal("Turbines");
        Opportunity lost = b2b.deals().lose(deal("Pumps"), "price");
        Opportunity zoes = b2b.deals().save(deal("Valves").with(Opportunity.OWNER, zoe.id()));
        Task call = b2b.activity()
                .tasks()
                .add(Task.of("Call").with(SalesTask.ACCOUNT, globex.id()).with(SalesTask.ASSIGNEE, mary.id()));

        Account passed = b2b.coverage().handovers().transferAccount(globex, tom, CreditRule.PASSES_ON);

        assertThat(passed.get(Account.OWNER)).isEqualTo(tom.id());
        assertThat(now(deal).get(Opportunity.OWNER)).isEqualTo(tom.id());
        assertThat(now(lost)).isEqualTo(lost);
        assertThat(now(zoes)).isEqualTo(zoes);
        assertThat(now(call).get(SalesTask.ASSIGNEE)).isEqualTo(tom.id());
    }

    @Test
    void whoever_leaves_passes_on_everything_that_is_open() {
        Opportunity deal = deal("Turbines");
        Opportunity credited = b2b.deals()
                .split(
                        b2b.deals().save(deal("Valves").with(Opportunity.OWNER, zoe.id())),
                        CreditSplit.of(zoe.id(), "60"),
                        CreditSplit.of(mary.id(), "40"));
        Opportunity won = b2b.deals().win(deal("Pumps"));
        Lead lead = b2b.leads().add(Lead.of("Bob", "Initech").with(Lead.OWNER, mary.id()));
        b2b.partners()
                .add(Partner.of(globex.id(), PartnerType.RESELLER, LocalDate.parse("2027-01-01"))
                        .with(Partner.MANAGER, mary.id()));
        Contact ana = b2b.contacts().add(Contact.named("Ana").with(Contact.OWNER, mary.id()));
        Task task = b2b.activity().tasks().add(Task.of("Lunch").with(SalesTask.ASSIGNEE, mary.id()));
        b2b.coverage().teamMembers().assign(credited, mary, TeamRole.SPECIALIST);
        b2b.coverage().teamMembers().assign(deal, mary, TeamRole.SPECIALIST);
        TeamMember tomsPlace = b2b.coverage().teamMembers().assign(deal, tom, TeamRole.CO_SELLER);

        Handover done =
                b2b.coverage().handovers().run(Handover.between(mary, tom).withAllScopes());

        assertThat(done.transferred()).isEqualTo(new HandoverCounts(1, 2, 1, 1, 1, 2, 1));
        assertThat(done.get(Handover.SKIPPED)).isZero();
        assertThat(now(deal).get(Opportunity.OWNER)).isEqualTo(tom.id());
        assertThat(now(credited).splits())
                .containsExactly(CreditSplit.of(zoe.id(), "60"), CreditSplit.of(tom.id(), "40"));
        assertThat(now(won)).isEqualTo(won);
        assertThat(b2b.leads().get(lead.id()).get(Lead.OWNER)).isEqualTo(tom.id());
        assertThat(b2b.contacts().get(ana.id()).get(Contact.OWNER)).isEqualTo(tom.id());
        assertThat(now(task).get(SalesTask.ASSIGNEE)).isEqualTo(tom.id());
        assertThat(b2b.coverage().teamMembers().findMembers(deal)).containsExactly(tomsPlace);
        assertThat(b2b.coverage().teamMembers().findMembers(credited))
                .extracting(TeamMember::rep)
                .containsExactly(tom.id());
    }

    @Test
    void only_what_meets_a_criteria_passes_on() {
        Opportunity small = b2b.deals().save(deal("small").with(Opportunity.AMOUNT, eur("1")));
        Opportunity large = deal("large");

        b2b.coverage()
                .handovers()
                .run(Handover.between(mary, tom).withScope(HandoverKind.DEALS, Opportunity.AMOUNT.atLeast(eur("100"))));

        assertThat(now(small)).isEqualTo(small);
        assertThat(now(large).get(Opportunity.OWNER)).isEqualTo(tom.id());
    }

    @Test
    void an_interrupted_handover_is_gone_on_with_and_a_finished_one_does_nothing() {
        IntStream.range(0, 7).forEach(i -> {
            Opportunity deal = deal("Deal " + i);
            b2b.activity()
                    .tasks()
                    .add(Task.of("Call").with(SalesTask.OPPORTUNITY, deal.id()).with(SalesTask.ASSIGNEE, mary.id()));
        });
        Handover begun = b2b.coverage()
                .handovers()
                .begin(Handover.between(mary, tom).withScope(HandoverKind.ACCOUNTS_WITH_DEALS, Criteria.always()));

        Handover first = b2b.coverage().handovers().runBatch(begun, 3);
        assertThat(first.transferred()).isEqualTo(new HandoverCounts(0, 3, 0, 0, 0, 0, 3));
        assertThat(first.isFinished()).isFalse();
        Handover done = b2b.coverage().handovers().run(begun); // as it was before the interruption

        assertThat(done.transferred()).isEqualTo(new HandoverCounts(1, 7, 0, 0, 0, 0, 7));
        long changes = changes().size();
        assertThat(b2b.coverage().handovers().run(done)).isEqualTo(done);
        assertThat(changes()).hasSize((int) changes);
        b2b.coverage().handovers().run(Handover.between(mary, tom).withAllScopes());
        assertThat(b2b.deals().query(Opportunity.OWNER.is(tom.id())).count()).isEqualTo(7);
    }

    private List<Change> changes() {
        return session.changes().after(Position.START, 1000);
    }

    @Test
    void two_that_do_it_at_once_take_turns_and_count_everything_once() throws Exception {
        IntStream.range(0, 12).forEach(i -> deal("Deal " + i));
        Handover begun = b2b.coverage()
                .handovers()
                .begin(Handover.between(mary, tom).withScope(HandoverKind.DEALS, Criteria.always()));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Handover>> running = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                Handovers own = B2b.in(crm.session(TenantId.of("acme"), Actor.process(name)))
                        .coverage()
                        .handovers();
                running.add(pool.submit(() -> {
                    Handover now = begun;
                    while (!now.isFinished()) {
                        now = own.runBatch(now, 2);
                    }
                    return now;
                }));
            }
            for (Future<Handover> future : running) {
                assertThat(future.get().transferred().deals()).isEqualTo(12);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(b2b.deals().query(Opportunity.OWNER.is(tom.id())).count()).isEqualTo(12);
    }

    @Test
    void every_change_is_recorded_and_told_to_listeners() {
        Opportunity deal = deal("Turbines");
        List<Change> told = new ArrayList<>();
        Crm listening = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .listener("audit", (tenant, change) -> told.add(change))
                .build();
        listening.deliverChanges(TenantId.of("acme"));
        told.clear();

        B2b.in(listening.session(TenantId.of("acme"), Actor.user("boss")))
                .coverage()
                .handovers()
                .transferDeal(deal, tom, CreditRule.PASSES_ON);

        Change last = b2b.deals().history(deal.id()).get(1);
        assertThat(last.fields()).containsOnlyKeys(Opportunity.OWNER.name());
        assertThat(last.actor()).isEqualTo(Actor.user("boss"));
        assertThat(told).extracting(Change::version).containsExactly(last.version());
    }

    @Test
    void nothing_passes_to_oneself_or_to_somebody_who_is_retired() {
        SalesRep gone = b2b.teams().salesReps().save(zoe.with(SalesRep.RETIRED, true));

        assertThatThrownBy(() -> b2b.coverage()
                        .handovers()
                        .run(Handover.between(mary, mary).withAllScopes()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("another");
        assertThatThrownBy(() -> b2b.coverage()
                        .handovers()
                        .run(Handover.between(mary, gone).withAllScopes()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("retired");
    }

    @Test
    void what_the_actor_may_not_change_is_left_behind_and_counted() {
        Opportunity secret = b2b.deals().save(deal("secret").with(Opportunity.TAGS, Set.of("secret")));
        Opportunity plain = deal("plain");
        Crm guarded = Crm.on(storage)
                .types(B2b.types())
                .clock(clock)
                .policy(new Careful())
                .build();

        Handover done = B2b.in(guarded.session(TenantId.of("acme"), Actor.user("clerk")))
                .coverage()
                .handovers()
                .run(Handover.between(mary, tom).withScope(HandoverKind.DEALS, Criteria.always()));

        assertThat(done.transferred().deals()).isEqualTo(1);
        assertThat(done.get(Handover.SKIPPED)).isEqualTo(1);
        assertThat(now(secret)).isEqualTo(secret);
        assertThat(now(plain).get(Opportunity.OWNER)).isEqualTo(tom.id());
    }

    /** Everybody sees all and changes all but deals that are tagged as secret. */
    private static final class Careful implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return type.equals("opportunity") ? Opportunity.TAGS.has("secret").negate() : Criteria.always();
        }
    }

    @Test
    void another_tenant_sees_no_handover() {
        b2b.coverage().handovers().run(Handover.between(mary, tom).withAllScopes());

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.coverage().handovers().all().count()).isZero();
    }
}
