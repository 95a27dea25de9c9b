/**
 * Leads: people and companies that may become customers.
 *
 * <p>A {@link dev.clientele.b2b.lead.Lead} comes in by a form, a fair or a list. {@link dev.clientele.b2b.lead.Leads}
 * captures it and finds the leads, contacts and accounts that may be the same ({@link
 * dev.clientele.b2b.lead.LeadMatches}); a {@link dev.clientele.b2b.lead.LeadScoreCard} scores it by rules; a {@link
 * dev.clientele.b2b.lead.LeadConversion} converts it, once and all or nothing, to a contact at a new or existing
 * account, with a new deal, an existing one or none.
 *
 * <p>The contact keeps the lead's id, and with it the lead's timeline.
 *
 * <p>Capturing returns a {@link dev.clientele.b2b.lead.CapturedLead}. Each {@link
 * dev.clientele.b2b.lead.LeadScoringRule} of a score card adds points to the {@link dev.clientele.b2b.lead.LeadScore}.
 * The {@link dev.clientele.b2b.lead.LeadStatus} leads from new to converted or disqualified, and a host can add a
 * {@link dev.clientele.b2b.lead.LeadConversionStep} to every conversion.
 *
 * <pre>{@code
 * Lead lead = b2b.leads().capture(Lead.of("Ana Silva", "Globex").withContactPoint(ContactPoint.email("ana@globex.example"))).lead();
 * ConvertedLead converted = b2b.leads().convert(lead, LeadConversion.toNewAccount().withNewDeal(Pipeline.standard(), "Turbines", amount));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.lead;

import org.jspecify.annotations.NullMarked;
