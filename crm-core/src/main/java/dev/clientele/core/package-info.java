/**
 * The entry points of the library.
 *
 * <p>A {@link dev.clientele.core.Crm} is built once over a storage and the types it shall hold. A {@link
 * dev.clientele.core.CrmSession} is cheap: it says whose data, who acts, and gives the repositories, the event logs, the
 * timeline and the change feed.
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).type(Vessel.TYPE).build();
 * CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
 * Vessel aurora = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
 * session.runInTransaction(tx -> {
 *     tx.repository(Vessel.TYPE).save(aurora.with(Vessel.TONNAGE, 81_000L));
 *     tx.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, tx.now(), aurora.id()));
 * });
 * Page<Vessel> largest = session.repository(Vessel.TYPE)
 *         .query(Vessel.TONNAGE.atLeast(5_000L))
 *         .sortedBy(Vessel.TONNAGE, DESCENDING)
 *         .page(20);
 * }</pre>
 *
 * <p>The types for selling to businesses and to consumers come as sets, {@link dev.clientele.core.TypeSet}: {@code Crm.on(storage).types(B2b.types())}; how a
 * type such as {@code Vessel} is declared is told by {@link dev.clientele.core.entity}.
 *
 * <p>A {@link dev.clientele.core.WriteRule} of a set judges every write of a type, by whatever door, on what is stored; whatever
 * else a transaction decides on it relies on with {@link dev.clientele.core.CrmSession#rely}.
 *
 * <p>A {@link dev.clientele.core.MergeFollower} of a set keeps in step with merges what is computed about the records of a type.
 *
 * <p>A {@link dev.clientele.core.CrmBuilder} takes settings such as the clock, the access policy and the listeners: to changes, or as an
 * {@link dev.clientele.core.EventListener} to events of a type. {@link dev.clientele.core.ParkedDeliveries} are those on which
 * one has failed; {@link dev.clientele.core.CrmMetrics} counts transactions, retries and deliveries. The exceptions
 * are those of {@link dev.clientele.core.error}.
 */
@NullMarked
package dev.clientele.core;

import org.jspecify.annotations.NullMarked;
