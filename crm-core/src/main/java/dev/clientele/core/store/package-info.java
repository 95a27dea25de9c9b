/**
 * Access of the core to storage; not exported.
 *
 * <p>A {@link dev.clientele.core.store.SessionContext} says for whom and in which transaction a call is made; repositories,
 * selections, event logs and the change feed are thin shells over it. The {@link dev.clientele.core.store.TransactionRunner} opens
 * a {@link dev.clientele.core.store.UnitOfWork} for each transaction and runs it again when it collides. Writes are validated,
 * checked and recorded in the log of changes, from which {@link dev.clientele.core.store.ChangeDelivery} serves the listeners: a
 * {@code Lane} is one listener for one tenant, a {@code DeliveryTurn} serves it once.
 */
@NullMarked
package dev.clientele.core.store;

import org.jspecify.annotations.NullMarked;
