/**
 * Team members: sales representatives who work on an account or a deal beside its owner.
 *
 * <p>A {@link dev.clientele.b2b.coverage.team.TeamMember} has a {@link dev.clientele.b2b.coverage.team.TeamRole} and an
 * {@link dev.clientele.b2b.coverage.team.AccessLevel}; {@link dev.clientele.b2b.coverage.team.TeamMembers} stores them.
 * A host's access policy can let members see what they work on: {@link
 * dev.clientele.b2b.coverage.team.TeamMembers#dealsOf} returns a criteria, to be asked once as a session begins.
 *
 * <pre>{@code
 * TeamMembers members = b2b.coverage().teamMembers();
 * members.assign(deal, tom, TeamRole.SALES_ENGINEER);
 * Criteria visible = Opportunity.OWNER.is(tom.id()).or(members.dealsOf(tom.id()));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.team;

import org.jspecify.annotations.NullMarked;
