/**
 * Selling through others: resellers, distributors, those who refer and those who advertise.
 *
 * <p>A {@link dev.clientele.b2b.partner.Partner} says that an account sells with us, in which way ({@link
 * dev.clientele.b2b.partner.PartnerType}) and on which terms. Registrations, deals and figures name the account itself.
 *
 * <p>A {@link dev.clientele.b2b.partner.DealRegistration} is a partner's claim to a prospect. {@link
 * dev.clientele.b2b.partner.DealRegistrations} takes it in, finds what else goes on with that company by the rules that tell
 * leads apart ({@link dev.clientele.b2b.partner.RegistrationConflict}), and has somebody else grant or refuse it. The first one
 * granted wins, also of two at the same moment: both would have to write the same {@link
 * dev.clientele.b2b.partner.ProspectClaim}. It holds until a day, which the clock ends and no job; then it can be prolonged,
 * or somebody else be granted the prospect. It is converted once, into a new deal or one that is open already.
 *
 * <pre>{@code
 * Partner solaria = b2b.partners().enroll(account, PartnerType.RESELLER);
 * RegistrationSubmission handedIn = b2b.partners().dealRegistrations().submit(DealRegistration.of(solaria.account(), "Globex Corp.")
 *         .with(DealRegistration.DOMAIN, "globex.example")
 *         .with(DealRegistration.AMOUNT, Money.parse("EUR 120000")));
 * // somebody else, having looked at handedIn.conflicts():
 * DealRegistration granted = manager.dealRegistrations().approve(handedIn.registration(), LocalDate.of(2027, 6, 30), "");
 * RegisteredDeal won = b2b.partners().dealRegistrations().convert(granted, Pipeline.standard(), "Turbines");
 * }</pre>
 *
 * <p>{@link dev.clientele.b2b.partner.Partners} also says who has brought a deal (one partner at most) and who has helped with
 * it (any number), and adds up what that came to: {@link dev.clientele.b2b.partner.ChannelRevenue}, in which every won deal
 * counts once, at the rate of the day on which it was closed. {@link dev.clientele.b2b.partner.CommissionPlan} says what
 * partners are paid for it.
 */
@NullMarked
package dev.clientele.b2b.partner;

import org.jspecify.annotations.NullMarked;
