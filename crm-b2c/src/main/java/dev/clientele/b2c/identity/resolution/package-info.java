/**
 * The rules by which records are found to be about one person: a pure function of records, policy and what people decided.
 *
 * <p>{@link dev.clientele.b2c.identity.resolution.Resolution#of} divides {@link
 * dev.clientele.b2c.identity.resolution.LinkableRecord}s, made ready by {@link dev.clientele.b2c.identity.resolution.StatementValues}
 * and a {@link dev.clientele.b2c.identity.resolution.MatchPolicy}, into persons. It begins with a few records and reads what has to do with
 * them from a {@link dev.clientele.b2c.identity.resolution.RecordGraph}, which may be in memory or stored. {@link
 * dev.clientele.b2c.identity.resolution.IdentityIndex} is one in memory: it takes records as they arrive and gives each an {@link
 * dev.clientele.b2c.identity.resolution.IndexedIdentity}.
 *
 * <p>The strongest evidence comes first: what people decided ({@link dev.clientele.b2c.identity.resolution.HandDecision}), then
 * identifiers by the priority of their types, then comparisons by a model. What is weaker never contradicts what is stronger: a value
 * whose holders can't all be one person links none of them ({@link dev.clientele.b2c.identity.resolution.ContestedValue}). A value that
 * shows more people than its limit turns generic and links nobody any more ({@link
 * dev.clientele.b2c.identity.resolution.GenericKey}); the records that it had joined are divided again. Pairs that nothing decides are
 * {@link dev.clientele.b2c.identity.resolution.ReviewPair}s.
 */
@NullMarked
package dev.clientele.b2c.identity.resolution;

import org.jspecify.annotations.NullMarked;
