/**
 * Who sells, and where: {@link dev.clientele.b2b.team.SalesRep} with a place in the line of managers, and {@link
 * dev.clientele.b2b.team.Territory} with a place in the tree of territories. {@link
 * dev.clientele.b2b.team.Teams} says who is in whose line and what is part of what.
 *
 * <p>An account or a deal has a sales representative as its owner. Both trees are free of circles whatever happens at once.
 * {@code session.repository(SalesRep.TYPE)} and {@code session.repository(Territory.TYPE)} hold them.
 *
 * <p>What they do together stands beside it: {@link dev.clientele.b2b.deal.pipeline.CreditSplit}s of credit, {@link
 * dev.clientele.b2b.coverage.team.TeamMember}s, {@link dev.clientele.core.task.Task}s, {@link dev.clientele.b2b.coverage.handover.Handover}s, {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentRule}s and {@link dev.clientele.b2b.coverage.territory.TerritoryRule}s.
 */
@NullMarked
package dev.clientele.b2b.team;

import org.jspecify.annotations.NullMarked;
