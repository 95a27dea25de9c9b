/**
 * Relations of persons beside their identity: who lives in one household, who works for one employer.
 *
 * <p>{@link dev.clientele.b2c.identity.relation.Relations} keeps them by declared {@link
 * dev.clientele.b2c.identity.relation.RelationRule}s, each a list of {@link dev.clientele.b2c.identity.relation.RelationPart}s in which
 * persons agree; {@link dev.clientele.b2c.identity.relation.RelationSettings} holds the rules of a tenant. {@link
 * dev.clientele.b2c.identity.relation.RelationGroup} is a household with the number of its members.
 *
 * <pre>{@code
 * b2c.relations().setRules(List.of(RelationRule.household(), RelationRule.employer()));
 * b2c.relations().refresh();
 * Selection<Person> family = b2c.relations().members(ana.id(), "household");
 * }</pre>
 *
 * <p><b>A relation never makes two persons one</b>, and nothing about who somebody is follows from it. It follows from the fields of
 * persons: a computed field of each ({@link dev.clientele.b2c.person.Person#RELATION_KEYS}) holds digests of the values, so that criteria
 * over persons may ask for it, a merge of persons joins their relations, and its undo parts them.
 */
@NullMarked
package dev.clientele.b2c.identity.relation;

import org.jspecify.annotations.NullMarked;
