/**
 * Tasks: work to be done by a day, by somebody, about something.
 *
 * <p>A {@link dev.clientele.core.task.Task} is due on a day of an explicit time zone, has a {@link
 * dev.clientele.core.task.TaskPriority} and a {@link dev.clientele.core.task.TaskStatus}; which tasks are overdue or upcoming are
 * criteria that are settled when they are asked. {@link dev.clientele.core.task.Tasks} stores, completes, cancels and reopens
 * them.
 *
 * <pre>{@code
 * Task call = tasks.add(Task.of("Call Ana", LocalDate.parse("2027-01-12"), ZoneId.of("Europe/Madrid")));
 * tasks.findOverdue().count();
 * tasks.complete(call);
 * }</pre>
 *
 * <p>A task is about any record type: whoever uses it adds the typed references. Selling to businesses adds the sales
 * representative, account, contact, deal and lead ({@code SalesTask}); a host does the same for its own:
 *
 * <pre>{@code
 * EntityTypeBuilder<Task> extend = Task.TYPE.extend();
 * ReferenceField<Task, Vessel> vessel = extend.reference("vessel", "vessel");
 * Crm crm = Crm.on(storage).type(Vessel.TYPE).type(extend.build()).build();
 * tasks.findOpen(vessel.is(aurora.id()));
 * }</pre>
 */
@NullMarked
package dev.clientele.core.task;

import org.jspecify.annotations.NullMarked;
