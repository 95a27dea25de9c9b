/**
 * Deals in from CSV with the stages they went through.
 *
 * <p>Accounts, contacts, sales representatives and all else whose records are nothing but their fields go in and out through
 * {@link dev.clientele.core.csv}. A deal isn't: its stage follows from where it has been and since when. {@link
 * dev.clientele.b2b.exchange.deals.DealImport} makes its moves from the days that a file tells, so that an imported deal has the
 * history that it would have had here:
 *
 * <pre>{@code
 * ImportReport report = DealImport.into(pipeline)
 *         .externalId("opportunity_id")
 *         .stage("deal_stage")
 *         .enteredOn("engage_date")
 *         .closedOn("close_date")
 *         .amount("close_value", USD)
 *         .account("account", Account.NAME)
 *         .owner("sales_agent", SalesRep.NAME)
 *         .run(session, reader);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.exchange.deals;

import org.jspecify.annotations.NullMarked;
