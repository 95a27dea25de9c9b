/**
 * Assignment of leads, accounts and deals to sales representatives, by rules.
 *
 * <p>An {@link dev.clientele.b2b.coverage.assignment.AssignmentRule} has a criteria, candidates and an {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentMethod}: the first candidate who is there, each in turn, or the one
 * with the least load. {@link dev.clientele.b2b.coverage.assignment.AssignmentPlan} decides by all rules in order and
 * explains the decision; {@link dev.clientele.b2b.coverage.assignment.Assignments} stores rules, turns and results.
 *
 * <p>{@link dev.clientele.b2b.coverage.assignment.AssignmentRules} stores the rules, each {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentCandidate} of a rule being a sales representative. A rule's next turn
 * is an {@link dev.clientele.b2b.coverage.assignment.AssignmentTurn}; turns and loads together are the {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentState} of a decision. A single assignment returns an {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentResult}, a run over many records an {@link
 * dev.clientele.b2b.coverage.assignment.AssignmentReport}.
 *
 * <pre>{@code
 * Assignments assignments = b2b.coverage().assignments();
 * assignments.rules().add(AssignmentRule.of("energy", AssignmentTarget.LEADS, 1, Lead.INDUSTRY.is("energy"), mary, tom)
 *         .withMethod(AssignmentMethod.ROUND_ROBIN));
 * assignments.preview(lead).explanation(); // energy: met, turn 1 of 2
 * assignments.assign(lead);
 * assignments.run(AssignmentTarget.LEADS, Criteria.always());
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.assignment;

import org.jspecify.annotations.NullMarked;
