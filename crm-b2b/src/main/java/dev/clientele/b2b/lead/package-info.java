/**
 * People who may become customers, before anybody knows whether they will.
 *
 * <p>A {@link dev.clientele.b2b.lead.Lead} is what a form, a fair or a list brings in. {@link dev.clientele.b2b.lead.Leads}
 * captures it and says at once who it may be already ({@link dev.clientele.b2b.lead.LeadMatches}: leads, contacts, accounts); a
 * {@link dev.clientele.b2b.lead.LeadScoreCard} scores it by rules; a {@link dev.clientele.b2b.lead.LeadConversion} turns it, once and
 * all or nothing, into a contact at a new or existing account, with a new deal, an existing one or none.
 *
 * <p>A contact that a lead becomes keeps its id, and with it the lead's timeline.
 *
 * <pre>{@code
 * Lead lead = b2b.leads().capture(Lead.of("Ana Silva", "Globex").reachableBy(ContactPoint.email("ana@globex.example"))).lead();
 * ConvertedLead converted = b2b.leads().convert(lead, LeadConversion.toNewAccount().opening(Pipeline.standard(), "Turbines", amount));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.lead;

import org.jspecify.annotations.NullMarked;
