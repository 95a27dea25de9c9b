/**
 * Sales representatives and territories.
 *
 * <p>A {@link dev.clientele.b2b.team.SalesRep} owns accounts and deals and may have a manager; a {@link
 * dev.clientele.b2b.team.Territory} may be part of a larger one. {@link dev.clientele.b2b.team.Teams} stores both and
 * returns the two hierarchies, which are free of circles whatever happens at once.
 *
 * <p>Related rooms: {@link dev.clientele.b2b.deal.pipeline.CreditSplit}s divide the credit for a deal, {@link
 * dev.clientele.b2b.coverage.team.TeamMember}s work beside an owner, {@link
 * dev.clientele.b2b.coverage.handover.Handover}s transfer records, {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentRule}s assign them, {@link
 * dev.clientele.b2b.coverage.territory.TerritoryRule}s place accounts in territories, and {@link
 * dev.clientele.core.task.Task}s are due.
 */
@NullMarked
package dev.clientele.b2b.team;

import org.jspecify.annotations.NullMarked;
