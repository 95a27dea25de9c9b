package dev.clientele.b2b.task;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.lead.Lead;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * Something to be done by a day, by somebody, about an account, a contact, a deal, a lead, several of these or none. Immutable
 * and thread-safe.
 *
 * <p>The day is one of an explicit zone: a task is overdue once that day is over there, wherever the question is asked. A task
 * that is done or cancelled says when and by whom, and stays attributed to whom it was assigned.
 */
public final class Task extends Entity<Task> {

    private static final EntityTypeBuilder<Task> DECLARE = EntityType.define("task", Task::new);

    /** What is to be done, in a line. */
    public static final TextField<Task> TITLE =
            DECLARE.text("title", 400, Trait.REQUIRED, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The id in the system that the record comes from. */
    public static final TextField<Task> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** By which day; missing if no day is set. Set by {@link #withDueDate}. */
    public static final OrderedField<Task, LocalDate> DUE_DATE = DECLARE.date("due", Trait.INDEXED);
    /** Where that day is taken. */
    public static final CodedField<Task, ZoneId> ZONE = DECLARE.coded("zone", ZoneId::getId, ZoneId::of);
    /** The instant at which that day is over there; kept in step with both. */
    public static final OrderedField<Task, Instant> OVERDUE_AT = DECLARE.instant("due_ends");
    /** Who is to do it. */
    public static final ReferenceField<Task, SalesRep> ASSIGNEE =
            DECLARE.reference("assignee", "sales_rep", Trait.INDEXED);
    /** The account that it is about. */
    public static final ReferenceField<Task, Account> ACCOUNT = DECLARE.reference("account", "account", Trait.INDEXED);
    /** The contact that it is about. */
    public static final ReferenceField<Task, Contact> CONTACT = DECLARE.reference("contact", "contact", Trait.INDEXED);
    /** The deal that it is about. */
    public static final ReferenceField<Task, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.INDEXED);
    /** The lead that it is about. */
    public static final ReferenceField<Task, Lead> LEAD = DECLARE.reference("lead", "lead", Trait.INDEXED);
    /** How much it matters. */
    public static final CodedField<Task, TaskPriority> PRIORITY =
            DECLARE.coded("priority", TaskPriority::code, TaskPriority::parse, Trait.REQUIRED);
    /** What has become of it. */
    public static final CodedField<Task, TaskStatus> STATUS =
            DECLARE.choice("status", TaskStatus.class, Trait.REQUIRED);
    /** When it was done or cancelled; missing while it is open. */
    public static final OrderedField<Task, Instant> CLOSED_AT = DECLARE.instant("closed_at");
    /** The text form of the actor who said so. */
    public static final TextField<Task> CLOSED_BY = DECLARE.key("closed_by", 200, Trait.PERSONAL);
    /** Anything worth knowing. */
    public static final BodyField<Task, String> DESCRIPTION = DECLARE.longText("description", 20_000, Trait.PERSONAL);

    static {
        DECLARE.index("by_status_and_end", STATUS, OVERDUE_AT);
        DECLARE.index("by_assignee_and_status", ASSIGNEE, STATUS, OVERDUE_AT);
    }

    /** The declaration. */
    public static final EntityType<Task> TYPE = DECLARE.rule(TaskRules::violations)
            .changeRule(TaskRules::changeViolations)
            .build();

    private Task(EntityState<Task> state) {
        super(state);
    }

    /** Something to be done, of normal priority, without a day. */
    public static Task of(String title) {
        return TYPE.newEntity()
                .with(TITLE, title)
                .with(PRIORITY, TaskPriority.NORMAL)
                .with(STATUS, TaskStatus.OPEN);
    }

    /** Something to be done by a day. */
    public static Task of(String title, LocalDate due, ZoneId zone) {
        return of(title).withDueDate(due, zone);
    }

    /** What is to be done. */
    public String title() {
        return require(TITLE);
    }

    /** What has become of it. */
    public TaskStatus status() {
        return require(STATUS);
    }

    /** Whether it is to be done. */
    public boolean isOpen() {
        return status() == TaskStatus.OPEN;
    }

    /** Whether it is open and its day is over. */
    public boolean isOverdue(Instant now) {
        Instant ends = get(OVERDUE_AT);
        return isOpen() && ends != null && !now.isBefore(ends);
    }

    /** A copy that is to be done by this day, as it is in this zone. */
    public Task withDueDate(LocalDate day, ZoneId zone) {
        return with(DUE_DATE, day).with(ZONE, zone).with(OVERDUE_AT, TaskRules.endOf(day, zone));
    }

    /** A copy without a day. */
    public Task withoutDueDate() {
        return without(DUE_DATE).without(ZONE).without(OVERDUE_AT);
    }

    /** A copy that this person is to do. */
    public Task withAssignee(SalesRep rep) {
        return with(ASSIGNEE, rep.id());
    }

    /** A copy that is about this account too. */
    public Task withSubject(Account account) {
        return with(ACCOUNT, account.id());
    }

    /** A copy that is about this contact too. */
    public Task withSubject(Contact contact) {
        return with(CONTACT, contact.id());
    }

    /** A copy that is about this deal too. */
    public Task withSubject(Opportunity deal) {
        return with(OPPORTUNITY, deal.id());
    }

    /** A copy that is about this lead too. */
    public Task withSubject(Lead lead) {
        return with(LEAD, lead.id());
    }

    Task closed(TaskStatus status, Actor by, Instant at) {
        return with(STATUS, status).with(CLOSED_AT, at).with(CLOSED_BY, by.toString());
    }

    Task reopened() {
        return with(STATUS, TaskStatus.OPEN).without(CLOSED_AT).without(CLOSED_BY);
    }

    /** The tasks that are to be done. */
    public static Criteria open() {
        return STATUS.is(TaskStatus.OPEN);
    }

    /** The open tasks whose day is over when it is asked. */
    public static Criteria overdue() {
        return open().and(OVERDUE_AT.compare(Operator.AT_MOST, RelativeTime.instant(Duration.ZERO)));
    }

    /**
     * The open tasks that aren't overdue and whose day is today or one of the next days when it is asked.
     *
     * @param days how many days after today count, 0 or more
     * @param zone where today is taken
     */
    public static Criteria upcoming(int days, ZoneId zone) {
        if (days < 0) {
            throw new IllegalArgumentException("days must be 0 or more, got " + days);
        }
        return open().and(OVERDUE_AT.compare(Operator.ABOVE, RelativeTime.instant(Duration.ZERO)))
                .and(DUE_DATE.compare(Operator.AT_MOST, RelativeTime.date(Period.ofDays(days), zone)));
    }
}
