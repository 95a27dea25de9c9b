/**
 * The persons that a business sells to.
 *
 * <p>A {@link dev.clientele.b2c.person.Person} is a {@link dev.clientele.core.customer.Customer} with the fields that selling
 * to consumers asks for; {@link dev.clientele.b2c.person.Persons} keeps them. {@link dev.clientele.b2c.person.Score} is what
 * the latest scoring run expects of a person: its figures are fields of the person, so that one criteria can ask for those
 * who live in Leeds and are about to lapse.
 *
 * <p>The fields of some persons are kept by a machine: {@link dev.clientele.b2c.person.ProjectedFields} are the digests of what it has
 * written last, by which it tells what people have changed since.
 */
@NullMarked
package dev.clientele.b2c.person;

import org.jspecify.annotations.NullMarked;
