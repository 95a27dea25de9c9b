package dev.clientele.b2b.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.lead.ConvertedLead;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversion;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.task.Task;
import dev.clientele.core.task.TaskPriority;
import dev.clientele.core.task.TaskStatus;
import dev.clientele.persistence.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks of sales representatives, at noon of 10 January 2027 in UTC. */
@ParameterizedClass
@EnumSource(Store.class)
class SalesTasksTest extends StoredTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final LocalDate TODAY = LocalDate.parse("2027-01-10");

    SalesTasksTest(Store store) {
        super(store);
    }

    private List<String> titles(Stream<Task> tasks) {
        try (tasks) {
            return tasks.map(Task::title).toList();
        }
    }

    @Test
    void a_task_is_about_an_account_a_contact_a_deal_and_a_lead() {
        Account globex = account("Globex");
        Contact ana = b2b.contacts().add(Contact.named("Ana"));
        Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", eur("10"));
        Lead lead = b2b.leads().add(Lead.of("Bob", "Initech"));

        Task task = b2b.activity()
                .tasks()
                .add(Task.of("Call")
                        .with(SalesTask.ACCOUNT, globex.id())
                        .with(SalesTask.CONTACT, ana.id())
                        .with(SalesTask.OPPORTUNITY, deal.id())
                        .with(SalesTask.LEAD, lead.id()));

        assertThat(b2b.activity()
                        .tasks()
                        .query(SalesTask.OPPORTUNITY.is(deal.id()))
                        .first())
                .contains(task);
        assertThatThrownBy(() -> b2b.contacts().remove(ana)).isInstanceOf(InvalidException.class);
    }

    @Test
    void open_tasks_about_a_lead_are_about_what_it_has_become() {
        Lead lead = b2b.leads().add(Lead.of("Bob", "Initech"));
        Task open = b2b.activity().tasks().add(Task.of("Call").with(SalesTask.LEAD, lead.id()));
        Task done = b2b.activity()
                .tasks()
                .complete(b2b.activity().tasks().add(Task.of("Find out").with(SalesTask.LEAD, lead.id())));

        ConvertedLead converted = b2b.leads()
                .convert(lead, LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Turbines", eur("10")));

        Task taken = b2b.activity().tasks().get(open.id());
        assertThat(taken.get(SalesTask.CONTACT)).isEqualTo(converted.contact().id());
        assertThat(b2b.activity()
                        .tasks()
                        .findOpen(converted.deal().orElseThrow())
                        .first())
                .contains(taken);
        assertThat(b2b.activity().tasks().findOpen(converted.account()).first()).contains(taken);
        assertThat(b2b.activity().tasks().get(done.id())).isEqualTo(done);
    }

    @Test
    void a_task_is_overdue_once_its_day_is_over_where_it_is_due() {
        b2b.activity().tasks().add(Task.of("Tokyo", TODAY, TOKYO));
        b2b.activity().tasks().add(Task.of("London", TODAY, ZoneId.of("Europe/London")));
        b2b.activity().tasks().add(Task.of("Honolulu", TODAY, HONOLULU));
        b2b.activity().tasks().add(Task.of("whenever"));

        clock.set(Instant.parse("2027-01-10T14:59:59Z"));
        assertThat(b2b.activity().tasks().findOverdue().count()).isZero();
        clock.set(Instant.parse("2027-01-10T15:00:00Z"));
        assertThat(titles(b2b.activity().tasks().findOverdue().stream())).containsExactly("Tokyo");
        clock.set(Instant.parse("2027-01-11T00:00:00Z"));
        assertThat(titles(b2b.activity().tasks().findOverdue().stream())).containsExactly("Tokyo", "London");
        clock.set(Instant.parse("2027-01-11T10:00:00Z"));
        assertThat(titles(b2b.activity().tasks().findOverdue().stream()))
                .containsExactly("Tokyo", "London", "Honolulu");
    }

    @Test
    void the_question_on_one_task_is_answered_like_the_criteria() {
        Task task = b2b.activity().tasks().add(Task.of("Tokyo", TODAY, TOKYO));
        Instant end = Instant.parse("2027-01-10T15:00:00Z");

        for (Instant now : List.of(end.minusNanos(1000), end, end.plusNanos(1000))) {
            assertThat(task.isOverdue(now)).isEqualTo(task.matches(Task.overdue(), now));
        }
    }

    @Test
    void the_next_days_are_upcoming_and_the_most_pressing_comes_first() {
        ZoneId utc = ZoneOffset.UTC;
        b2b.activity().tasks().add(Task.of("in a week", TODAY.plusDays(7), utc));
        b2b.activity()
                .tasks()
                .add(Task.of("in two days", TODAY.plusDays(2), utc).with(Task.PRIORITY, TaskPriority.LOW));
        b2b.activity()
                .tasks()
                .add(Task.of("in two days, urgent", TODAY.plusDays(2), utc).with(Task.PRIORITY, TaskPriority.URGENT));
        b2b.activity().tasks().add(Task.of("today", TODAY, utc));
        b2b.activity().tasks().add(Task.of("yesterday", TODAY.minusDays(1), utc));

        assertThat(titles(b2b.activity().tasks().findUpcoming(2).stream()))
                .containsExactly("today", "in two days, urgent", "in two days");
        assertThat(b2b.activity().tasks().findUpcoming(7).count()).isEqualTo(4);
    }

    @Test
    void what_is_done_says_when_and_by_whom_and_stays_attributed() {
        SalesRep mary = rep("Mary");
        SalesRep tom = rep("Tom");
        Task task = b2b.activity()
                .tasks()
                .add(Task.of("Call", TODAY.minusDays(3), TOKYO).with(SalesTask.ASSIGNEE, mary.id()));

        Task done = b2b.activity().tasks().complete(task);

        assertThat(done.get(Task.CLOSED_AT)).isEqualTo(NOW);
        assertThat(done.get(Task.CLOSED_BY)).isEqualTo("user:alice");
        assertThat(b2b.activity().tasks().findOverdue().count()).isZero();
        assertThatThrownBy(() -> b2b.activity().tasks().save(done.with(SalesTask.ASSIGNEE, tom.id())))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> b2b.activity().tasks().cancel(done)).isInstanceOf(IllegalStateException.class);
        assertThat(b2b.activity()
                        .tasks()
                        .save(b2b.activity().tasks().reopen(done).with(SalesTask.ASSIGNEE, tom.id()))
                        .isOverdue(NOW))
                .isTrue();
    }

    @Test
    void a_cancelled_task_is_no_longer_to_be_done() {
        Task task = b2b.activity().tasks().add(Task.of("Call", TODAY, TOKYO));

        assertThat(b2b.activity().tasks().cancel(task).status()).isEqualTo(TaskStatus.CANCELLED);

        assertThat(b2b.activity().tasks().query(Task.open()).count()).isZero();
    }

    @Test
    void everybody_finds_their_own_tasks_by_their_login() {
        SalesRep alice = b2b.teams().salesReps().add(SalesRep.named("Alice").with(SalesRep.LOGIN, "alice"));
        b2b.activity().tasks().add(Task.of("hers").with(SalesTask.ASSIGNEE, alice.id()));
        b2b.activity().tasks().add(Task.of("nobody's"));

        assertThat(titles(b2b.activity().tasks().findMine().stream())).containsExactly("hers");
        B2b bob = B2b.in(crm.session(TenantId.of("acme"), Actor.user("bob")));
        assertThat(bob.activity().tasks().findMine().count()).isZero();
        B2b process = B2b.in(crm.session(TenantId.of("acme"), Actor.process("alice")));
        assertThat(process.activity().tasks().findMine().count()).isZero();
    }

    @Test
    void a_day_and_its_end_are_in_step() {
        Task task = Task.of("Call", TODAY, TOKYO);

        assertThat(SalesTask.TYPE.validate(task)).isEmpty();
        assertThat(SalesTask.TYPE.validate(task.withoutDueDate())).isEmpty();
        assertThat(SalesTask.TYPE.validate(task.with(Task.DUE_DATE, TODAY.plusDays(1))))
                .hasSize(1);
        assertThat(SalesTask.TYPE.validate(task.without(Task.ZONE))).hasSize(1);
        assertThat(SalesTask.TYPE.validate(task.with(Task.STATUS, TaskStatus.DONE)))
                .hasSize(1);
    }

    @Test
    void another_tenant_sees_no_task() {
        b2b.activity().tasks().add(Task.of("Call"));

        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));

        assertThat(other.activity().tasks().all().count()).isZero();
    }
}
