/**
 * Segments: records of any type by what they have in common. A {@link dev.clientele.core.segment.RecordSegment} is a named
 * criteria, {@link dev.clientele.core.segment.RecordSegments} stores them and finds the members.
 *
 * <p>The segments of accounts come with selling to businesses:
 *
 * <pre>{@code
 * b2b.accounts().segments().add(RecordSegment.of("large-energy", "Large energy companies",
 *         Account.INDUSTRY.is("energy").and(Account.EMPLOYEES.atLeast(1000L))));
 * b2b.accounts().segments().members("large-energy").and(Account.COUNTRY.is(Country.of("DE"))).count();
 * }</pre>
 *
 * <p>A host has them of its own record types too:
 *
 * <pre>{@code
 * EntityType<RecordSegment> vesselSegment = RecordSegment.define("vessel_segment");
 * Crm crm = Crm.on(storage).type(Vessel.TYPE).type(vesselSegment).build();
 * RecordSegments<Vessel> segments = new RecordSegments<>(session, vesselSegment, Vessel.TYPE);
 * }</pre>
 */
@NullMarked
package dev.clientele.core.segment;

import org.jspecify.annotations.NullMarked;
