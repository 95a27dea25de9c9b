/**
 * The people who decide on a deal.
 *
 * <p>A {@link dev.clientele.b2b.deal.stakeholder.Stakeholder} is a contact in a {@link dev.clientele.b2b.deal.pipeline.BuyingRole} on one
 * deal, with {@link dev.clientele.b2b.deal.stakeholder.Influence}, {@link dev.clientele.b2b.deal.stakeholder.Stance}, how well we cover
 * them ({@link dev.clientele.b2b.deal.stakeholder.EngagementLevel}) and to whom they report. {@link
 * dev.clientele.b2b.deal.stakeholder.Stakeholders} keeps them and answers the gates that ask for roles.
 *
 * <p>{@link dev.clientele.b2b.deal.stakeholder.BuyingGroup} judges all those of a deal, as a pure function: which of the required
 * roles are engaged, which are missing, what is dangerous, and red, amber or green with the reasons. {@link
 * dev.clientele.b2b.deal.stakeholder.BuyingGroupProgress} says how far a deal has come by who is engaged, whatever its stage says.
 */
@NullMarked
package dev.clientele.b2b.deal.stakeholder;

import org.jspecify.annotations.NullMarked;
