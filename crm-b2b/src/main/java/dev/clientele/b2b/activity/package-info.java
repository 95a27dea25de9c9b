/**
 * Activities: tasks about accounts, contacts, deals and leads, and notes about them.
 *
 * <p>A task is a {@link dev.clientele.core.task.Task} with the references of {@link dev.clientele.b2b.activity.SalesTask}; {@link
 * dev.clientele.b2b.activity.SalesTasks} finds them by assignee and by record, and takes those of a lead along as it is converted.
 *
 * <pre>{@code
 * Task call = b2b.activity().tasks().add(Task.of("Call Ana", LocalDate.parse("2027-01-12"), ZoneId.of("Europe/Madrid"))
 *         .with(SalesTask.OPPORTUNITY, deal.id())
 *         .with(SalesTask.ASSIGNEE, mary.id()));
 * b2b.activity().tasks().query(Task.overdue().and(SalesTask.ASSIGNEE.is(mary.id()))).count();
 * b2b.activity().tasks().complete(call);
 * }</pre>
 *
 * <p>The one next step of a deal is a field of the deal itself: see {@link
 * dev.clientele.b2b.deal.pipeline.Opportunity#NEXT_STEP}.
 *
 * <p>{@link dev.clientele.core.note.Notes} puts notes on the timeline that everything else that happens stands on, for those who
 * may see the record. {@link dev.clientele.b2b.activity.Activities} is the door to both.
 */
@NullMarked
package dev.clientele.b2b.activity;

import org.jspecify.annotations.NullMarked;
