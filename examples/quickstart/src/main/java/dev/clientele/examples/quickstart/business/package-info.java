/**
 * SteelWheels, a wholesaler of scale models, as accounts, contacts, deals, orders and a timeline.
 *
 * <p>{@link dev.clientele.examples.quickstart.business.BusinessLoad} is the list of steps. What the library has no field for
 * is a custom field: {@link dev.clientele.examples.quickstart.business.CreditLimit}. What the source doesn't say is decided
 * in one place each and said in the report:
 *
 * <ul>
 *   <li>The currency isn't named: US dollars.
 *   <li>An order is a deal, opened on its day; {@link dev.clientele.examples.quickstart.business.OrderDealHistory} says how it goes
 *       on by its status, {@link dev.clientele.examples.quickstart.business.OrderPipeline} how likely each stage is.
 *   <li>Days have no time: everything happens at midnight UTC of its day.
 *   <li>A territory is that of the office in which the sales representative works.
 * </ul>
 */
@NullMarked
package dev.clientele.examples.quickstart.business;

import org.jspecify.annotations.NullMarked;
