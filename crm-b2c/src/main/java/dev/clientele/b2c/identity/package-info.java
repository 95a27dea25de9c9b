/**
 * Persons identified across devices and channels, in real time.
 *
 * <p>{@link dev.clientele.b2c.identity.Identity} takes {@link dev.clientele.b2c.identity.record.SourceRecord}s, what systems say about
 * persons, and answers each with an {@link dev.clientele.b2c.identity.Identified}: the person, an {@link
 * dev.clientele.b2c.identity.IdentityOutcome} and the reasons.
 *
 * <pre>{@code
 * Identified visit = b2c.identity().identify(SourceRecord.sighting("web").device("d-81"));
 * Identified known = b2c.identity().identify(SourceRecord.sighting("web").device("d-81").user("ana"));   // the same person
 * b2c.purchases().record(Purchase.of("web", "order-1001", known.subject(), Money.of(GBP, 45), when));
 * b2c.identity().unmerge(decision);                                          // both again, each with what is theirs
 * }</pre>
 *
 * <p><b>A person is a function</b> of its records, of what people decided and of rules: which records belong together is said in
 * {@code identity.resolution}, which of their values counts in {@code identity.survivorship}. What people enter about a person by
 * whatever door is a record of its own, the strongest. The id of a person is that of its oldest record: it never changes while that
 * record is there, the one known longest survives, and a person that comes apart has its own again.
 *
 * <p><b>Logs are never rewritten.</b> What happens is logged under the person, or better under the record that it came with ({@link
 * dev.clientele.b2c.identity.Identified#subject}): it is read with whoever that record is about at the time of reading.
 *
 * <p>An {@link dev.clientele.b2c.identity.IdentityDecision}, of some {@link dev.clientele.b2c.identity.DecisionKind}, tells that persons
 * became one or came apart, and why. {@link dev.clientele.b2c.identity.MatchReview}s are pairs for people to decide, {@link
 * dev.clientele.b2c.identity.GenericValue}s values that so many share that they link nobody.
 *
 * <p>{@link dev.clientele.b2c.identity.IdentitySettings} names the {@link dev.clientele.b2c.identity.IdentityPolicySet}, which has a {@link
 * dev.clientele.b2c.identity.PolicyData} for each purpose, and the {@link dev.clientele.b2c.identity.IdentityModel} by which records are compared; the model lies in {@link
 * dev.clientele.b2c.identity.IdentityModelPart}s, each a {@link dev.clientele.b2c.identity.ModelContent}. What people decide corrects the
 * next model, and ranks two of them in a {@link dev.clientele.b2c.identity.ModelComparison}.
 *
 * <p>Households and employers aren't identity: {@code identity.relation} keeps them beside it.
 */
@NullMarked
package dev.clientele.b2c.identity;

import org.jspecify.annotations.NullMarked;
