package dev.clientele.core.task;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
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
 * Something to be done by a day. Immutable and thread-safe.
 *
 * <p>The day is one of an explicit zone: a task is overdue once that day is over there, wherever the question is asked. A task
 * that is done or cancelled says when and by whom.
 *
 * <p>The task itself refers to nothing. The person who is to do it and the records that it is about are references that a module
 * or a host adds with {@link EntityType#extend}, and that are guarded like any other.
 */
public final class Task extends Entity<Task> {

    private static final EntityTypeBuilder<Task> DECLARE = EntityType.define("task", Task::new);

    /** The work to be done, in a line. */
    public static final TextField<Task> TITLE =
            DECLARE.text("title", 400, Trait.REQUIRED, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The id in the system that the record comes from. */
    public static final TextField<Task> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The last day on which it can be done in time; missing if no day is set. Set by {@link #withDueDate}. */
    public static final OrderedField<Task, LocalDate> DUE_DATE = DECLARE.date("due", Trait.INDEXED);
    /** The time zone of that day. */
    public static final CodedField<Task, ZoneId> ZONE = DECLARE.coded("zone", ZoneId::getId, ZoneId::of);
    /** The instant at which that day is over there; kept in step with both. */
    public static final OrderedField<Task, Instant> OVERDUE_AT = DECLARE.instant("due_ends");
    /** The urgency. */
    public static final CodedField<Task, TaskPriority> PRIORITY =
            DECLARE.coded("priority", TaskPriority::code, TaskPriority::parse, Trait.REQUIRED);
    /** The status: open, done or cancelled. */
    public static final CodedField<Task, TaskStatus> STATUS =
            DECLARE.choice("status", TaskStatus.class, Trait.REQUIRED);
    /** The time at which it was done or cancelled; missing while it is open. */
    public static final OrderedField<Task, Instant> CLOSED_AT = DECLARE.instant("closed_at");
    /** The text form of the actor who closed it. */
    public static final TextField<Task> CLOSED_BY = DECLARE.key("closed_by", 200, Trait.PERSONAL);
    /** Details in running text. */
    public static final BodyField<Task, String> DESCRIPTION = DECLARE.longText("description", 20_000, Trait.PERSONAL);

    static {
        DECLARE.index("by_status_and_end", STATUS, OVERDUE_AT);
    }

    /** The declaration, to be extended by the references of a module or a host. */
    public static final EntityType<Task> TYPE = DECLARE.rule(TaskRules::violations)
            .changeRule(TaskRules::changeViolations)
            .build();

    private Task(EntityState<Task> state) {
        super(state);
    }

    /** Returns an open task of normal priority without a day. */
    public static Task of(String title) {
        return TYPE.newEntity()
                .with(TITLE, title)
                .with(PRIORITY, TaskPriority.NORMAL)
                .with(STATUS, TaskStatus.OPEN);
    }

    /** Returns an open task of normal priority that is due on a day. */
    public static Task of(String title, LocalDate due, ZoneId zone) {
        return of(title).withDueDate(due, zone);
    }

    /** Returns the work to be done, in a line. */
    public String title() {
        return require(TITLE);
    }

    /** Returns whether it is open, done or cancelled. */
    public TaskStatus status() {
        return require(STATUS);
    }

    /** Returns whether it is still to be done. */
    public boolean isOpen() {
        return status() == TaskStatus.OPEN;
    }

    /** Returns whether it is open and its day is over. */
    public boolean isOverdue(Instant now) {
        Instant ends = get(OVERDUE_AT);
        return isOpen() && ends != null && !now.isBefore(ends);
    }

    /** Returns a copy that is due on a day of a time zone. */
    public Task withDueDate(LocalDate day, ZoneId zone) {
        return with(DUE_DATE, day).with(ZONE, zone).with(OVERDUE_AT, TaskRules.endOf(day, zone));
    }

    /** Returns a copy without a day. */
    public Task withoutDueDate() {
        return without(DUE_DATE).without(ZONE).without(OVERDUE_AT);
    }

    Task closed(TaskStatus status, Actor by, Instant at) {
        return with(STATUS, status).with(CLOSED_AT, at).with(CLOSED_BY, by.toString());
    }

    Task reopened() {
        return with(STATUS, TaskStatus.OPEN).without(CLOSED_AT).without(CLOSED_BY);
    }

    /** Returns the criteria of the tasks that are still to be done. */
    public static Criteria open() {
        return STATUS.is(TaskStatus.OPEN);
    }

    /** Returns the criteria of the open tasks whose day is over at the time of the query. */
    public static Criteria overdue() {
        return open().and(OVERDUE_AT.compare(Operator.AT_MOST, RelativeTime.instant(Duration.ZERO)));
    }

    /**
     * Returns the criteria of the open tasks that aren't overdue and are due today or on one of the next days, as of the time of
     * the query.
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
