/**
 * The rules by which the fields of a person follow from its source records.
 *
 * <p>{@link dev.clientele.b2c.identity.survivorship.PersonProjection} computes a person from what several systems and people say about
 * it. {@link dev.clientele.b2c.identity.survivorship.SurvivorshipRules} has a {@link
 * dev.clientele.b2c.identity.survivorship.FieldRule} for each field that isn't chosen as usual, with its {@link
 * dev.clientele.b2c.identity.survivorship.SurvivorshipChoice}. Of a list or set the elements of all records are kept, so that nothing is
 * lost; the rule says which come first.
 *
 * <p>What people enter is a source of its own, the strongest unless a rule says otherwise. They edit a person as ever; {@link
 * dev.clientele.b2c.identity.survivorship.HandEdits} finds what they have changed since the machine wrote last and keeps it as a
 * record, so that two persons that turn out to be one, or one that turns out to be two, each have what was entered about them.
 */
@NullMarked
package dev.clientele.b2c.identity.survivorship;

import org.jspecify.annotations.NullMarked;
