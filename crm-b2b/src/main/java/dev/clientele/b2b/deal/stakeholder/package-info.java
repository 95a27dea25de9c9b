/**
 * Stakeholders: the people who decide on a deal.
 *
 * <p>A {@link dev.clientele.b2b.deal.stakeholder.Stakeholder} is a contact in a {@link
 * dev.clientele.b2b.deal.pipeline.BuyingRole} on one deal, with {@link dev.clientele.b2b.deal.stakeholder.Influence},
 * {@link dev.clientele.b2b.deal.stakeholder.Stance}, {@link dev.clientele.b2b.deal.stakeholder.EngagementLevel} and a
 * superior. {@link dev.clientele.b2b.deal.stakeholder.Stakeholders} stores them and is a source of facts for gates that
 * require roles.
 *
 * <p>{@link dev.clientele.b2b.deal.stakeholder.BuyingGroup} rates the stakeholders of a deal together, as a pure
 * function: engaged and missing roles, risks, and red, amber or green with the reasons. {@link
 * dev.clientele.b2b.deal.stakeholder.BuyingGroupProgress} computes how far a deal has come by its engaged roles,
 * whatever its stage says.
 *
 * <p>Each {@link dev.clientele.b2b.deal.stakeholder.StakeholderRisk} names a danger, and the {@link
 * dev.clientele.b2b.deal.stakeholder.RagStatus} sums them up.
 */
@NullMarked
package dev.clientele.b2b.deal.stakeholder;

import org.jspecify.annotations.NullMarked;
