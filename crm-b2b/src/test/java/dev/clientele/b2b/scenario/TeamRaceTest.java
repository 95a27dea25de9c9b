package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.b2b.deal.pipeline.CreditSplit;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.task.Task;
import dev.clientele.core.task.TaskStatus;
import dev.clientele.testing.Race;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of credits, hierarchies and tasks when 32 change them at once. */
@ParameterizedClass
@EnumSource(Store.class)
class TeamRaceTest extends StoredTest {

    TeamRaceTest(Store store) {
        super(store);
    }

    @Test
    void nobody_who_is_credited_with_a_deal_is_gone() {
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        List<SalesRep> reps = new ArrayList<>();
        List<Opportunity> deals = new ArrayList<>();
        for (int i = 0; i < Race.THREADS / 2; i++) {
            reps.add(rep("Rep " + i));
            deals.add(b2b.deals().open(account("Customer " + i), pipeline, "Deal", eur("1")));
        }

        Race.count(
                i -> {
                    SalesRep rep = reps.get(i / 2);
                    if (i % 2 == 0) {
                        return actor(i).deals().split(deals.get(i / 2), CreditSplit.full(rep.id()));
                    }
                    actor(i).teams().salesReps().remove(rep);
                    return rep;
                },
                InvalidException.class);

        for (int i = 0; i < deals.size(); i++) {
            boolean credited = !b2b.deals().get(deals.get(i).id()).splits().isEmpty();
            assertThat(b2b.teams().salesReps().find(reps.get(i).id()).isPresent())
                    .isEqualTo(credited);
        }
    }

    @Test
    void accounts_that_are_put_below_each_other_never_close_a_circle() {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            accounts.add(account("Company " + i));
        }

        Race.count(
                i -> actor(i).accounts().save(accounts.get(i).withParent(accounts.get((i + 1) % Race.THREADS))),
                InvalidException.class);

        for (Account account : accounts) {
            Set<Id<Account>> above = new HashSet<>();
            Optional<Id<Account>> next = Optional.of(account.id());
            while (next.isPresent()) {
                assertThat(above.add(next.get())).isTrue();
                next = b2b.accounts().get(next.get()).find(Account.PARENT);
            }
        }
    }

    @Test
    void a_task_is_closed_once() {
        Task task = b2b.activity()
                .tasks()
                .add(Task.of("Call").with(SalesTask.ACCOUNT, account("Globex").id()));

        long closed = Race.count(
                i -> i % 2 == 0
                        ? actor(i).activity().tasks().complete(task)
                        : actor(i).activity().tasks().cancel(task),
                StaleVersionException.class);

        assertThat(closed).isEqualTo(1);
        assertThat(b2b.activity().tasks().get(task.id()).status()).isNotEqualTo(TaskStatus.OPEN);
    }
}
