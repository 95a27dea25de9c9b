/**
 * Every change is recorded once, in the transaction that makes it.
 *
 * <p>A {@link dev.clientele.core.change.Change} says who, when, what, before and after. The one log of changes is the audit
 * trail, the field history of a record, the feed that an integration follows from a remembered position, and the outbox
 * from which {@link dev.clientele.core.change.ChangeListener}s are served after commit: at least once, in order, however the
 * change came in.
 */
@NullMarked
package dev.clientele.core.change;

import org.jspecify.annotations.NullMarked;
