/**
 * Orders of accounts, and the lifetime value that follows from them.
 *
 * <p>An {@link dev.clientele.b2b.revenue.order.Order} is an event about an account; {@link
 * dev.clientele.b2b.revenue.order.Orders} records each once, on the account's timeline too, and reads an {@link
 * dev.clientele.b2b.revenue.order.OrderHistory} back. {@link dev.clientele.b2b.revenue.order.OrderRateModel} computes a
 * {@link dev.clientele.core.value.LifetimeValue} from it: past orders, and future ones if the account goes on ordering
 * as it did. Any other {@link dev.clientele.core.value.LifetimeValueModel} serves as well, also one of the consumer
 * side, given a function from an order history to its evidence: {@link
 * dev.clientele.b2b.revenue.order.RepeatOrderSummary} is the input of models of repeat purchases, and with {@code
 * crm-b2c} beside it
 *
 * <pre>{@code
 * LifetimeValueModel<OrderHistory> model = PurchaseLifetimeValue.of(purchases, spend, CurrencyUnit.EUR).compose(orders -> {
 *     PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.EUR);
 *     orders.orders().forEach(order -> history.addPurchase(order.date(), order.amount()));
 *     return history.build();
 * });
 * }</pre>
 *
 * <p>(for orders that are all positive; {@code AccountsAsRepeatBuyersTest} of the quickstart does all of it).
 */
@NullMarked
package dev.clientele.b2b.revenue.order;

import org.jspecify.annotations.NullMarked;
