/**
 * Who gets a lead, an account or a deal, by rules.
 *
 * <p>An {@link dev.clientele.b2b.coverage.assignment.AssignmentRule} names a criteria and candidates: the first who is there gets the
 * record, or one after the other, or whoever has the least to do. {@link dev.clientele.b2b.coverage.assignment.AssignmentPlan} decides
 * by all rules in order and explains it; {@link dev.clientele.b2b.coverage.assignment.Assignments} stores rules, turns and results.
 *
 * <pre>{@code
 * Assignments assignments = b2b.coverage().assignments();
 * assignments.rules().add(AssignmentRule.of("energy", AssignmentTarget.LEADS, 1, Lead.INDUSTRY.is("energy"), mary, tom)
 *         .by(AssignmentMethod.ROUND_ROBIN));
 * assignments.preview(lead).explanation(); // energy: met, turn 1 of 2
 * assignments.assign(lead);
 * assignments.run(AssignmentTarget.LEADS, Criteria.always());
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.assignment;

import org.jspecify.annotations.NullMarked;
