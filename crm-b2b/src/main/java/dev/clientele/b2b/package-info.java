/**
 * Selling to businesses: accounts and leads, deals, the catalog, revenue of existing customers, insight, coverage and
 * partners.
 *
 * <p>{@link dev.clientele.b2b.B2b} is the entry point: it gives a {@code Crm} the record types, and a session the
 * repositories.
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).types(B2b.types()).build();
 * B2b b2b = B2b.in(crm.session(TenantId.of("acme"), Actor.user("alice")));
 * Account globex = b2b.accounts().add(Account.named("Globex"));
 * Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines", Money.of(EUR, 1_200_000));
 * }</pre>
 *
 * <p>The records:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.account}: accounts in hierarchies, and contacts at many accounts at once.
 *   <li>{@link dev.clientele.b2b.lead}: leads, their scoring, duplicates and conversion.
 *   <li>{@link dev.clientele.b2b.team}: sales representatives and territories.
 *   <li>{@link dev.clientele.b2b.catalog}: products, price books, prices and line items.
 *   <li>{@link dev.clientele.b2b.partner}: partners, deal registrations and channel revenue.
 *   <li>{@link dev.clientele.b2b.activity}: tasks and notes.
 *   <li>{@link dev.clientele.b2b.exchange.deals}: import of deals from CSV.
 *   <li>{@link dev.clientele.b2b.exchange.vcard}: contacts from and to vCards.
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.deal}, opened by {@code b2b.deals()}:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.deal.pipeline}: pipelines with stages and gates; deals, their moves and their history.
 *   <li>{@link dev.clientele.b2b.deal.stakeholder}: stakeholders, buying roles and the risks of a buying group.
 *   <li>{@link dev.clientele.b2b.deal.approval}: requests for approval.
 *   <li>{@link dev.clientele.b2b.deal.limit}: discount limits.
 *   <li>{@link dev.clientele.b2b.deal.quote}: numbered quotes with revisions.
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.revenue}, opened by {@code b2b.revenue()}:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.revenue.contract}: contracts, renewals and recurring revenue.
 *   <li>{@link dev.clientele.b2b.revenue.order}: orders and the lifetime value that follows from them.
 *   <li>{@link dev.clientele.b2b.revenue.retention}: models of contract retention.
 *   <li>{@link dev.clientele.b2b.revenue.whitespace}: installed products and recommendations.
 *   <li>{@link dev.clientele.b2b.revenue.health}: account health and surveys.
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.insight}, opened by {@code b2b.insight()}:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.insight.forecast}: forecasts with quotas, adjustments and snapshots.
 *   <li>{@link dev.clientele.b2b.insight.projection}: projections of open deals by several methods, back-tested.
 *   <li>{@link dev.clientele.b2b.insight.analytics}: win/loss, sales velocity, funnel, slippage and coverage.
 *   <li>{@link dev.clientele.b2b.insight.winning}: win probabilities learned from closed deals.
 * </ul>
 *
 * <p>{@link dev.clientele.b2b.coverage}, opened by {@code b2b.coverage()}:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.coverage.team}: team members of accounts and deals.
 *   <li>{@link dev.clientele.b2b.coverage.territory}: rules that place accounts in territories.
 *   <li>{@link dev.clientele.b2b.coverage.assignment}: rules that assign leads, accounts and deals.
 *   <li>{@link dev.clientele.b2b.coverage.handover}: transfer of a sales representative's records.
 * </ul>
 *
 * <p>Decisions are pure functions on immutable values ({@link dev.clientele.b2b.deal.pipeline.StageTransitionCheck},
 * {@link dev.clientele.b2b.deal.pipeline.StageHistory}, {@link dev.clientele.core.hierarchy.Hierarchy}); the
 * repositories read and store.
 */
@NullMarked
package dev.clientele.b2b;

import org.jspecify.annotations.NullMarked;
