package dev.clientele.b2b.activity;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.ConvertedLead;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.lead.LeadConversionStep;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.task.Task;
import dev.clientele.core.task.Tasks;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tasks of the session's tenant, by the sales representatives who are to do them and the records that they are about.
 * Thread-safe unless the session is that of a transaction.
 *
 * <p>Any other selection is a criteria as with any record: {@code query(Task.overdue().and(SalesTask.ASSIGNEE.is(mary.id())))}.
 */
public final class SalesTasks extends Tasks {

    private final CrmSession session;

    /** Opens the tasks of a session. */
    public SalesTasks(CrmSession session) {
        super(session);
        this.session = session;
    }

    /** Returns the step of a lead's conversion by which its open tasks are about what it has become too. */
    public static LeadConversionStep conversionStep() {
        return (tx, converted) -> {
            SalesTasks tasks = new SalesTasks(tx);
            List<Task> open;
            try (Stream<Task> found = tasks.findOpen(converted.lead()).stream()) {
                open = found.toList();
            }
            tasks.saveAll(open.stream().map(task -> alsoAbout(task, converted)).toList());
        };
    }

    private static Task alsoAbout(Task task, ConvertedLead converted) {
        return task.with(
                        SalesTask.ACCOUNT,
                        task.getOrDefault(SalesTask.ACCOUNT, converted.account().id()))
                .with(
                        SalesTask.CONTACT,
                        task.getOrDefault(SalesTask.CONTACT, converted.contact().id()))
                .with(
                        SalesTask.OPPORTUNITY,
                        task.find(SalesTask.OPPORTUNITY)
                                .or(() -> converted.deal().map(Entity::id))
                                .orElse(null));
    }

    /** Finds the open tasks of a sales representative in order, those without a day last. */
    public Selection<Task> findOpen(Id<SalesRep> assignee) {
        return findOpen(SalesTask.ASSIGNEE.is(assignee));
    }

    /** Finds the open tasks about an account; the next to be done comes first, those without a day last. */
    public Selection<Task> findOpen(Account account) {
        return findOpen(SalesTask.ACCOUNT.is(account.id()));
    }

    /** Finds the open tasks about a contact, in order. */
    public Selection<Task> findOpen(Contact contact) {
        return findOpen(SalesTask.CONTACT.is(contact.id()));
    }

    /** Finds the open tasks about a deal, in order. */
    public Selection<Task> findOpen(Opportunity deal) {
        return findOpen(SalesTask.OPPORTUNITY.is(deal.id()));
    }

    /** Finds the open tasks about a lead, in order. */
    public Selection<Task> findOpen(Lead lead) {
        return findOpen(SalesTask.LEAD.is(lead.id()));
    }

    /**
     * Finds the open tasks of the sales representative whose login is the actor's name; none if there is no such representative,
     * and none for a process.
     */
    public Selection<Task> findMine() {
        if (session.actor().kind() != Actor.Kind.USER) {
            return findOpen(Criteria.never());
        }
        return session.repository(SalesRep.TYPE)
                .query(SalesRep.LOGIN.is(session.actor().name()))
                .first()
                .map(rep -> findOpen(rep.id()))
                .orElseGet(() -> findOpen(Criteria.never()));
    }
}
