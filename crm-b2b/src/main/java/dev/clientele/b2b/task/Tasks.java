package dev.clientele.b2b.task;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversionStep;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.stream.Stream;

/**
 * All tasks of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Which tasks is a criteria as with any record: {@code query(Task.overdue().and(Task.ASSIGNEE.is(mary.id())))}.
 */
public final class Tasks extends ForwardingRepository<Task> {

    private final CrmSession session;

    /** Those of a session. */
    public Tasks(CrmSession session) {
        super(session.repository(Task.TYPE));
        this.session = session;
    }

    /** Takes the open tasks about a lead along as it is converted: they are about what it has become too. */
    public static LeadConversionStep conversionStep() {
        return (tx, converted) -> {
            Tasks tasks = new Tasks(tx);
            List<Task> open;
            try (Stream<Task> found = tasks.findOpen(converted.lead()).stream()) {
                open = found.toList();
            }
            tasks.saveAll(open.stream()
                    .map(task -> task.with(
                                    Task.ACCOUNT,
                                    task.getOrDefault(
                                            Task.ACCOUNT, converted.account().id()))
                            .with(
                                    Task.CONTACT,
                                    task.getOrDefault(
                                            Task.CONTACT, converted.contact().id()))
                            .with(
                                    Task.OPPORTUNITY,
                                    task.find(Task.OPPORTUNITY)
                                            .or(() -> converted.deal().map(Entity::id))
                                            .orElse(null)))
                    .toList());
        };
    }

    /**
     * Says that a task is done, now and by the session's actor.
     *
     * @throws IllegalStateException if it is closed already
     */
    public Task complete(Task task) {
        return close(task, TaskStatus.DONE);
    }

    /**
     * Says that a task is no longer to be done.
     *
     * @throws IllegalStateException if it is closed already
     */
    public Task cancel(Task task) {
        return close(task, TaskStatus.CANCELLED);
    }

    /** Says that a closed task is to be done after all. When and by whom it was closed stays in its history only. */
    public Task reopen(Task task) {
        return save(task.reopened());
    }

    /** The open tasks whose day is over, the most pressing first. */
    public Selection<Task> findOverdue() {
        return inOrder(Task.overdue());
    }

    /** The open tasks of today and the next days that aren't overdue, as the session's clock has them; in order of their end. */
    public Selection<Task> findUpcoming(int days) {
        return inOrder(Task.upcoming(days, session.clock().getZone()));
    }

    /** The open tasks of somebody, those without a day last. */
    public Selection<Task> findOpen(Id<SalesRep> assignee) {
        return inOrder(Task.open().and(Task.ASSIGNEE.is(assignee)));
    }

    /** The open tasks about an account; what is to be done next comes first, those without a day last. */
    public Selection<Task> findOpen(Account account) {
        return inOrder(Task.open().and(Task.ACCOUNT.is(account.id())));
    }

    /** The open tasks about a contact, in order. */
    public Selection<Task> findOpen(Contact contact) {
        return inOrder(Task.open().and(Task.CONTACT.is(contact.id())));
    }

    /** The open tasks about a deal, in order. */
    public Selection<Task> findOpen(Opportunity deal) {
        return inOrder(Task.open().and(Task.OPPORTUNITY.is(deal.id())));
    }

    /** The open tasks about a lead, in order. */
    public Selection<Task> findOpen(Lead lead) {
        return inOrder(Task.open().and(Task.LEAD.is(lead.id())));
    }

    /** The open tasks of the sales representative whose login is the actor's name; none if nobody's is, and none of a process. */
    public Selection<Task> findMine() {
        if (session.actor().kind() != Actor.Kind.USER) {
            return inOrder(Criteria.never());
        }
        return session.repository(SalesRep.TYPE)
                .query(SalesRep.LOGIN.is(session.actor().name()))
                .first()
                .map(rep -> findOpen(rep.id()))
                .orElseGet(() -> inOrder(Criteria.never()));
    }

    private Selection<Task> inOrder(Criteria criteria) {
        return query(criteria).sortedBy(Task.OVERDUE_AT).sortedBy(Task.PRIORITY);
    }

    private Task close(Task task, TaskStatus status) {
        if (!task.isOpen()) {
            throw new IllegalStateException("the task is " + task.status() + " already");
        }
        return save(task.closed(status, session.actor(), session.now()));
    }
}
