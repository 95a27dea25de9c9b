package dev.clientele.b2b.coverage.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.SettableClock;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.deal.pipeline.CreditRule;
import dev.clientele.b2b.deal.pipeline.CreditSplit;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.task.Task;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;

/** Whatever there is to pass on and however often it is interrupted, nothing is lost, made or left behind. */
class HandoverPropertyTest {

    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    private static final int REPS = 3;

    /** A deal to be made: whose, split with whom, lost or open, with how many open and done tasks of whom. */
    record Plan(int owner, int other, boolean split, boolean lost, int open, int done, int assignee, int yen) {}

    @Provide
    Arbitrary<List<Plan>> plans() {
        Arbitrary<Integer> rep = Arbitraries.integers().between(0, REPS - 1);
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        rep,
                        rep,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        few,
                        few,
                        rep,
                        Arbitraries.integers().between(0, 1000))
                .as(Plan::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 40)
    void nothing_is_lost_made_or_left_behind(
            @ForAll("plans") List<Plan> plans,
            @ForAll CreditRule rule,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 5) Integer> interruptions) {
        try (Storage storage = MemoryStorage.create()) {
            B2b b2b = B2b.in(Crm.on(storage)
                    .types(B2b.types())
                    .clock(new SettableClock(NOW))
                    .build()
                    .session(TenantId.of("acme"), Actor.user("boss")));
            List<SalesRep> reps = Stream.of("From", "To", "Third")
                    .map(name -> b2b.teams().salesReps().add(SalesRep.named(name)))
                    .toList();
            List<Task> done = new ArrayList<>();
            plans.forEach(plan -> make(b2b, reps, plan, done));
            MoneyTotals before = credited(b2b);
            long open = b2b.activity().tasks().query(Task.open()).count();
            List<Opportunity> closed = closed(b2b);
            Id<SalesRep> from = reps.get(0).id();

            Handover begun = b2b.coverage()
                    .handovers()
                    .begin(Handover.between(reps.get(0), reps.get(1))
                            .withAllScopes()
                            .withCreditRule(rule));
            interruptions.forEach(atMost -> b2b.coverage().handovers().runBatch(begun, atMost));
            Handover finished = b2b.coverage().handovers().run(begun);

            assertThat(credited(b2b)).isEqualTo(before);
            assertThat(finished.get(Handover.SKIPPED)).isZero();
            assertThat(closed(b2b)).isEqualTo(closed);
            assertThat(b2b.activity().tasks().query(Task.open()).count()).isEqualTo(open);
            assertThat(b2b.activity()
                            .tasks()
                            .query(Task.open().and(SalesTask.ASSIGNEE.is(from)))
                            .count())
                    .isZero();
            assertThat(done)
                    .allSatisfy(task ->
                            assertThat(b2b.activity().tasks().get(task.id())).isEqualTo(task));
            assertThat(openOf(b2b, Opportunity.OWNER.is(from))).isZero();
            if (rule == CreditRule.PASSES_ON) {
                assertThat(openOf(b2b, Opportunity.CREDITED_REPS.has(from.toString())))
                        .isZero();
            }
        }
    }

    private static void make(B2b b2b, List<SalesRep> reps, Plan plan, List<Task> done) {
        Account account = b2b.accounts().add(Account.named("Globex"));
        Opportunity deal = Opportunity.of(account, "Deal")
                .with(Opportunity.OWNER, reps.get(plan.owner()).id())
                .with(Opportunity.AMOUNT, Money.parse("JPY " + plan.yen()));
        if (plan.split() && plan.owner() != plan.other()) {
            deal = deal.withSplits(List.of(
                    CreditSplit.of(reps.get(plan.owner()).id(), "33.3333"),
                    CreditSplit.of(reps.get(plan.other()).id(), "66.6667")));
        }
        Opportunity opened = b2b.deals().open(deal, Pipeline.standard());
        Task task = Task.of("Call")
                .with(SalesTask.OPPORTUNITY, opened.id())
                .with(SalesTask.ASSIGNEE, reps.get(plan.assignee()).id());
        for (int i = 0; i < plan.open(); i++) {
            b2b.activity().tasks().add(task);
        }
        for (int i = 0; i < plan.done(); i++) {
            done.add(b2b.activity().tasks().complete(b2b.activity().tasks().add(task)));
        }
        if (plan.lost()) {
            b2b.deals().lose(opened, "price");
        }
    }

    private static MoneyTotals credited(B2b b2b) {
        return b2b.deals().credits(Criteria.always()).values().stream().reduce(MoneyTotals.empty(), MoneyTotals::plus);
    }

    private static List<Opportunity> closed(B2b b2b) {
        try (Stream<Opportunity> all = b2b.deals().all().stream()) {
            return all.filter(deal -> !deal.isOpen()).collect(Collectors.toList());
        }
    }

    private static long openOf(B2b b2b, Criteria criteria) {
        try (Stream<Opportunity> found = b2b.deals().query(criteria).stream()) {
            return found.filter(Opportunity::isOpen).count();
        }
    }
}
