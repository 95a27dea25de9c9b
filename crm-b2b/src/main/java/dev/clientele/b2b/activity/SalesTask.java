package dev.clientele.b2b.activity;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.task.Task;
import java.util.List;
import java.util.Objects;

/**
 * The references of a {@link Task} in selling to businesses: the sales representative who is to do it, and the account, contact,
 * deal and lead that it is about, several of these or none. A closed task stays attributed to its assignee.
 */
public final class SalesTask {

    private static final EntityTypeBuilder<Task> EXTEND = Task.TYPE.extend();

    /** The sales representative who is to do it. */
    public static final ReferenceField<Task, SalesRep> ASSIGNEE =
            EXTEND.reference("assignee", "sales_rep", Trait.INDEXED);
    /** The account that it is about. */
    public static final ReferenceField<Task, Account> ACCOUNT = EXTEND.reference("account", "account", Trait.INDEXED);
    /** The contact that it is about. */
    public static final ReferenceField<Task, Contact> CONTACT = EXTEND.reference("contact", "contact", Trait.INDEXED);
    /** The deal that it is about. */
    public static final ReferenceField<Task, Opportunity> OPPORTUNITY =
            EXTEND.reference("opportunity", "opportunity", Trait.INDEXED);
    /** The lead that it is about. */
    public static final ReferenceField<Task, Lead> LEAD = EXTEND.reference("lead", "lead", Trait.INDEXED);

    static {
        EXTEND.index("by_assignee_and_status", ASSIGNEE, Task.STATUS, Task.OVERDUE_AT);
    }

    /** The declaration: {@link Task#TYPE} with these references. */
    public static final EntityType<Task> TYPE =
            EXTEND.changeRule(SalesTask::changeViolations).build();

    private SalesTask() {}

    private static List<Violation> changeViolations(Task before, Task after) {
        boolean stayed = before.isOpen() || after.isOpen() || Objects.equals(before.get(ASSIGNEE), after.get(ASSIGNEE));
        return stayed
                ? List.of()
                : List.of(new Violation(
                        ASSIGNEE.name(), ViolationCode.FIXED, "stays while the task is closed: reopen it first"));
    }
}
