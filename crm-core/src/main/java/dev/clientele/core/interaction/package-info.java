/**
 * Interactions: one timeline of everything that happens between the host's organisation and a customer.
 *
 * <p>An {@link dev.clientele.core.interaction.Interaction} is an event on a {@link dev.clientele.core.interaction.Channel}: an
 * e-mail, a call, a visit, a purchase, a campaign touch, a survey answer, or a channel of the host's own. It is about any
 * number of records at once (an account, two contacts, a deal), so that each has it on its {@link
 * dev.clientele.core.interaction.Timeline}. It may arrive long after it happened and in any order; recording it twice with
 * the same source and external id does nothing.
 *
 * <p>It has a {@link dev.clientele.core.interaction.Direction}, a {@link dev.clientele.core.interaction.Party} for each who took
 * part, and an {@link dev.clientele.core.interaction.Attribute} for whatever else the host wants to keep.
 *
 * <p>A {@link dev.clientele.core.interaction.MergedTimeline} is that of one record over all the ids that it has had, with the
 * events of other logs, such as purchases, shown among the interactions. {@link dev.clientele.core.merge.MergedIds#timeline} opens
 * it:
 *
 * <pre>{@code
 * MergedTimeline timeline = new MergedIds(session).timeline(vessel.id())
 *         .with(session.eventLog(Sighting.TYPE), Channel.parse("sighting"), Sighting::toInteraction);
 * Page<Interaction> latest = timeline.page(20);
 * Page<Interaction> calls = timeline.onChannel(Channel.CALL).page(20);
 * }</pre>
 */
@NullMarked
package dev.clientele.core.interaction;

import org.jspecify.annotations.NullMarked;
