/**
 * Who works on an account or a deal beside its owner: {@link dev.clientele.b2b.coverage.team.TeamMember}s with a role and a level of
 * access, kept by {@link dev.clientele.b2b.coverage.team.TeamMembers}.
 *
 * <p>A host's access policy can let members see what they work on: {@link dev.clientele.b2b.coverage.team.TeamMembers#dealsOf} gives a
 * criteria, asked once as a session of somebody begins.
 *
 * <pre>{@code
 * b2b.members().join(deal, tom, TeamRole.SALES_ENGINEER);
 * Criteria visible = Opportunity.OWNER.is(tom.id()).or(b2b.members().dealsOf(tom.id()));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.team;

import org.jspecify.annotations.NullMarked;
