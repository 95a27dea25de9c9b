/**
 * Accounts by what they have in common: an {@link dev.clientele.b2b.segment.RecordSegment} is a criteria under a name, {@link
 * dev.clientele.b2b.segment.RecordSegments} keeps them and finds the members.
 *
 * <pre>{@code
 * b2b.accounts().segments().add(RecordSegment.of("large-energy", "Large energy companies",
 *         Account.INDUSTRY.is("energy").and(Account.EMPLOYEES.atLeast(1000L))));
 * b2b.accounts().segments().members("large-energy").and(Account.COUNTRY.is(Country.of("DE"))).count();
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.segment;

import org.jspecify.annotations.NullMarked;
