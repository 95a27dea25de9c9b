/**
 * One timeline of everything that happens between the host's organisation and a customer.
 *
 * <p>An {@link dev.clientele.core.interaction.Interaction} is an event on a {@link dev.clientele.core.interaction.Channel}: an
 * e-mail, a call, a visit, a purchase, a campaign touch, a survey answer, or a channel of the host's own. It is about any
 * number of records at once (an account, two contacts, a deal), so that each has it on its {@link
 * dev.clientele.core.interaction.Timeline}. It may arrive long after it happened and in any order; recording it twice with
 * the same source and external id does nothing.
 */
@NullMarked
package dev.clientele.core.interaction;

import org.jspecify.annotations.NullMarked;
