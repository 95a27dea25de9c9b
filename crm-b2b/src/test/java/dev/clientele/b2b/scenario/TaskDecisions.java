package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.activity.SalesTask;
import dev.clientele.core.entity.Id;
import dev.clientele.core.task.Task;
import dev.clientele.core.task.TaskStatus;
import dev.clientele.testing.ProcessRace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Accounts that are put below each other, and tasks that are completed and cancelled at once. */
final class TaskDecisions implements ProcessDecisions {

    @Override
    public void prepare(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            for (int process = 0; process < ProcessRace.PROCESSES; process++) {
                b2b.accounts().add(Account.named(name(i, process)));
            }
            Account account = account(b2b, i, 0);
            b2b.activity().tasks().add(Task.of("Call " + i).with(SalesTask.ACCOUNT, account.id()));
        }
    }

    private static String name(int record, int process) {
        return "Ring " + record + "-" + process % ProcessRace.PROCESSES;
    }

    private static Account account(B2b b2b, int record, int process) {
        return ProcessDecisions.first(b2b.accounts(), Account.NAME.is(name(record, process)));
    }

    private static Task task(B2b b2b, int record) {
        return ProcessDecisions.first(b2b.activity().tasks(), Task.TITLE.is("Call " + record));
    }

    @Override
    public void decide(B2b b2b, int process, int record) {
        Account below = account(b2b, record, process);
        Account above = account(b2b, record, process + 1);
        ProcessDecisions.attempt(() -> b2b.accounts().save(below.withParent(above)));
        Task task = task(b2b, record);
        if (task.status() == TaskStatus.OPEN) {
            ProcessDecisions.attempt(() -> {
                if (process % 2 == 0) {
                    b2b.activity().tasks().complete(task);
                } else {
                    b2b.activity().tasks().cancel(task);
                }
            });
        }
    }

    @Override
    public void verify(B2b b2b) {
        for (int i = 0; i < RECORDS; i++) {
            for (int process = 0; process < ProcessRace.PROCESSES; process++) {
                Set<Id<Account>> path = new HashSet<>();
                Optional<Id<Account>> next =
                        Optional.of(account(b2b, i, process).id());
                while (next.isPresent()) {
                    assertThat(path.add(next.get())).as("no circle of accounts").isTrue();
                    next = b2b.accounts().get(next.get()).find(Account.PARENT);
                }
            }
            assertThat(task(b2b, i)).as("a task is closed once").satisfies(task -> {
                assertThat(task.status()).isNotEqualTo(TaskStatus.OPEN);
                assertThat(task.version()).isEqualTo(2);
            });
        }
    }
}
