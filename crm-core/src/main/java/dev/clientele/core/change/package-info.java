/**
 * The log of changes: every change is recorded once, in the transaction that makes it.
 *
 * <p>A {@link dev.clientele.core.change.Change} says who, when, what, before and after. The one log of changes is the audit
 * trail, the field history of a record, the feed that an integration follows from a remembered position, and the outbox
 * from which {@link dev.clientele.core.change.ChangeListener}s are served after commit: at least once, in order, however the
 * change came in. A {@link dev.clientele.core.change.FieldChange} holds a field's value before and after, or of a list the part that
 * changed; {@link dev.clientele.core.change.ChangeFeed} reads the log. Who keeps a copy of records applies each change to it.
 *
 * <p>A log that grows is pruned, and what it holds of a person is taken away; a {@link
 * dev.clientele.core.change.ChangeHistory} of a record tells whether changes are missing.
 *
 * <p>{@link dev.clientele.core.change.Delivery} says on which thread a listener is served and for how long. A {@link
 * dev.clientele.core.change.DeliveryLag} tells how far it is behind; a {@link dev.clientele.core.change.ParkedDelivery} is what it
 * has failed on for good.
 */
@NullMarked
package dev.clientele.core.change;

import org.jspecify.annotations.NullMarked;
