package dev.clientele.core.task;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.criteria.Criteria;

/**
 * The tasks of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>A module that adds references to {@link Task#TYPE} extends this class with the questions that they answer.
 */
public class Tasks extends ForwardingRepository<Task> {

    private final CrmSession session;

    /** Opens the tasks of a session. */
    public Tasks(CrmSession session) {
        super(session.repository(Task.TYPE));
        this.session = session;
    }

    /**
     * Closes a task as done, now and by the session's actor.
     *
     * @throws IllegalStateException if it is closed already
     */
    public final Task complete(Task task) {
        return close(task, TaskStatus.DONE);
    }

    /**
     * Closes a task as no longer to be done, now and by the session's actor.
     *
     * @throws IllegalStateException if it is closed already
     */
    public final Task cancel(Task task) {
        return close(task, TaskStatus.CANCELLED);
    }

    /** Opens a closed task again. The time and the actor of its closing stay in its history only. */
    public final Task reopen(Task task) {
        return save(task.reopened());
    }

    /** Finds the open tasks whose day is over, the one that was due first at the head. */
    public final Selection<Task> findOverdue() {
        return inOrder(Task.overdue());
    }

    /** Finds the open tasks of today and the next days that aren't overdue, by the session's clock, in order of their end. */
    public final Selection<Task> findUpcoming(int days) {
        return inOrder(Task.upcoming(days, session.clock().getZone()));
    }

    /** Finds the open tasks that meet a criteria, in order of their end and then their priority; those without a day come last. */
    public final Selection<Task> findOpen(Criteria where) {
        return inOrder(Task.open().and(where));
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
