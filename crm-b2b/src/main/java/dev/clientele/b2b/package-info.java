/**
 * Selling to businesses.
 *
 * <p>{@link dev.clientele.b2b.B2b} is the door: it gives a {@code Crm} the types, and a session the collections.
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.account}: accounts and who belongs to whom; contacts at many accounts at once.
 *   <li>{@link dev.clientele.b2b.lead}: who may become a customer, told apart from who is one already, scored, converted.
 *   <li>{@link dev.clientele.b2b.deal.pipeline}: pipelines with stages and gates; opportunities, their moves and their history.
 *   <li>{@link dev.clientele.b2b.deal.stakeholder}: the people who decide, in roles; how well a deal is covered.
 *   <li>{@link dev.clientele.b2b.deal.approval}: asking before a deal goes on.
 *   <li>{@link dev.clientele.b2b.partner}: partners, the deals they register, and what they bring.
 *   <li>{@link dev.clientele.b2b.insight.forecast}: what will be won, weighted, by period, key and currency.
 *   <li>{@link dev.clientele.b2b.insight.projection}: what open deals will come to, by several methods tried on the past.
 *   <li>{@link dev.clientele.b2b.insight.analytics}: what was won and lost, how fast, how far, and what stands still.
 *   <li>{@link dev.clientele.b2b.exchange.deals}: deals in from CSV with their history.
 *   <li>{@link dev.clientele.b2b.exchange.vcard}: contacts in and out as vCards.
 *   <li>{@link dev.clientele.b2b.insight.winning}: how likely deals are won, learned from those that were closed.
 *   <li>{@link dev.clientele.b2b.catalog}: what is sold, what it costs by price books, and lines of it.
 *   <li>{@link dev.clientele.b2b.deal.limit}: how much may be given away without asking.
 *   <li>{@link dev.clientele.b2b.deal.quote}: what is offered: numbered, revised, frozen when presented, accepted once.
 *   <li>{@link dev.clientele.b2b.revenue.contract}: contracts, renewals, and what becomes of revenue that comes again.
 *   <li>{@link dev.clientele.b2b.revenue.retention}: how long customers under contract stay, and what they are worth.
 *   <li>{@link dev.clientele.b2b.revenue.whitespace}: what accounts have, what they haven't, and what to offer them next.
 *   <li>{@link dev.clientele.b2b.revenue.health}: how accounts are doing, and what they answer when asked.
 *   <li>{@link dev.clientele.core.hierarchy}: what belongs together, and figures added up over it.
 *   <li>{@link dev.clientele.b2b.revenue.order}: orders and what they say of an account's worth.
 *   <li>{@link dev.clientele.core.merge}: two records that are one, and two again when that was a mistake.
 *   <li>{@link dev.clientele.b2b.team}: sales representatives and territories.
 *   <li>{@link dev.clientele.b2b.coverage.team}: who works on an account or a deal beside its owner.
 *   <li>{@link dev.clientele.b2b.segment}: accounts by what they have in common.
 *   <li>{@link dev.clientele.b2b.coverage.territory}: which account lies in which territory, by rules.
 *   <li>{@link dev.clientele.b2b.coverage.assignment}: who gets leads, accounts and deals, by rules.
 *   <li>{@link dev.clientele.b2b.criteria}: criteria as part of such a rule.
 *   <li>{@link dev.clientele.b2b.coverage.handover}: passing on what somebody has.
 *   <li>{@link dev.clientele.b2b.task}: what is to be done, by whom and by when.
 *   <li>{@link dev.clientele.b2b.activity}: what people write down about records.
 * </ul>
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).types(B2b.types()).build();
 * B2b b2b = B2b.in(crm.session(TenantId.of("acme"), Actor.user("alice")));
 * Account globex = b2b.accounts().add(Account.named("Globex"));
 * Opportunity deal = b2b.opportunities().open(globex, Pipeline.standard(), "Turbines", Money.of(EUR, 1_200_000));
 * }</pre>
 *
 * <p>Decisions are pure functions on immutable values ({@link dev.clientele.b2b.deal.pipeline.StageTransitionCheck}, {@link
 * dev.clientele.b2b.deal.pipeline.StageHistory}, {@link dev.clientele.core.hierarchy.Hierarchy}); the collections store and ask.
 */
@NullMarked
package dev.clientele.b2b;

import org.jspecify.annotations.NullMarked;
