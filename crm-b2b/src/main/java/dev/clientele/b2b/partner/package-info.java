/**
 * Selling through partners: resellers, distributors, referral partners and affiliates.
 *
 * <p>A {@link dev.clientele.b2b.partner.Partner} is an account that sells with the host, of a {@link
 * dev.clientele.b2b.partner.PartnerType} and on terms of its own. Registrations, deals and figures name the account
 * itself.
 *
 * <p>A {@link dev.clientele.b2b.partner.DealRegistration} is a partner's claim to a prospect. {@link
 * dev.clientele.b2b.partner.DealRegistrations} accepts submissions, finds conflicts with other registrations and open
 * deals ({@link dev.clientele.b2b.partner.RegistrationConflict}, by the rules that recognise leads), and lets somebody
 * else approve or reject them. The first approval wins, also of two at the same moment: both would have to write the
 * same {@link dev.clientele.b2b.partner.ProspectClaim}. An approval holds until a day, without a job that ends it; then
 * it can be extended, or another registration be approved. A registration is converted once, to a new deal or one that
 * is open already.
 *
 * <pre>{@code
 * Partner solaria = b2b.partners().enroll(account, PartnerType.RESELLER);
 * RegistrationSubmission submitted = b2b.partners().dealRegistrations().submit(DealRegistration.of(solaria.account(), "Globex Corp.")
 *         .with(DealRegistration.DOMAIN, "globex.example")
 *         .with(DealRegistration.AMOUNT, Money.parse("EUR 120000")));
 * // somebody else, having looked at submitted.conflicts():
 * DealRegistration approved = manager.partners().dealRegistrations().approve(submitted.registration(), LocalDate.of(2027, 6, 30), "");
 * RegisteredDeal deal = b2b.partners().dealRegistrations().convert(approved, Pipeline.standard(), "Turbines");
 * }</pre>
 *
 * <p>{@link dev.clientele.b2b.partner.Partners} also records the partner that sourced a deal (one at most) and the
 * partners that influenced it (any number), and computes {@link dev.clientele.b2b.partner.ChannelRevenue}, in which
 * every won deal counts once, at the rate of the day on which it was closed. A {@link
 * dev.clientele.b2b.partner.CommissionPlan} computes partners' commissions.
 *
 * <p>A registration's {@link dev.clientele.b2b.partner.RegistrationStatus} leads from submitted to approved or
 * rejected; an approval that conflicts throws a {@link dev.clientele.b2b.partner.RegistrationConflictException}. A
 * partner's influence on a deal is a {@link dev.clientele.b2b.partner.PartnerInfluence}, and a partner's share of
 * channel revenue a {@link dev.clientele.b2b.partner.PartnerRevenue}.
 */
@NullMarked
package dev.clientele.b2b.partner;

import org.jspecify.annotations.NullMarked;
