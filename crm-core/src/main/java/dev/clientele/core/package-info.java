/**
 * The doors.
 *
 * <p>A {@link dev.clientele.core.Crm} is built once over a storage and the types it shall hold. A {@link
 * dev.clientele.core.CrmSession} is cheap: it says whose data, who acts, and gives the repositories, the event logs, the
 * timeline and the change feed.
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).types(B2b.types()).build();
 * CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
 * Account globex = session.repository(Account.TYPE).add(Account.named("Globex"));
 * session.runInTransaction(tx -> {
 *     tx.repository(Account.TYPE).save(globex.with(Account.INDUSTRY, "energy"));
 *     tx.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, tx.now(), globex.id()));
 * });
 * }</pre>
 *
 * <p>What went wrong is told by {@link dev.clientele.core.error}; how types are declared by {@link
 * dev.clientele.core.entity}.
 */
@NullMarked
package dev.clientele.core;

import org.jspecify.annotations.NullMarked;
