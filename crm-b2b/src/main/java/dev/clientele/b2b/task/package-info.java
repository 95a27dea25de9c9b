/**
 * What is to be done, by whom and by when.
 *
 * <p>A {@link dev.clientele.b2b.task.Task} is due on a day of an explicit zone and about an account, a contact, a deal or a
 * lead. {@link dev.clientele.b2b.task.Tasks} keeps them; which are overdue or upcoming are criteria that are settled when they
 * are asked. What was done or cancelled stays attributed to whoever it was assigned to.
 *
 * <pre>{@code
 * Task call = b2b.activity().tasks().add(Task.of("Call Ana", LocalDate.parse("2027-01-12"), ZoneId.of("Europe/Madrid"))
 *         .about(deal).assignedTo(mary));
 * b2b.activity().tasks().query(Task.overdue().and(Task.ASSIGNEE.is(mary.id()))).count();
 * b2b.activity().tasks().done(call);
 * }</pre>
 *
 * <p>The one next step of a deal is a field of the deal itself: see {@link
 * dev.clientele.b2b.deal.pipeline.Opportunity#NEXT_STEP}.
 */
@NullMarked
package dev.clientele.b2b.task;

import org.jspecify.annotations.NullMarked;
