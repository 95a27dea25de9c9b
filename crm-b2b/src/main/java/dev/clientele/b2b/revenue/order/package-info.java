/**
 * What accounts have ordered, and what that says of their worth.
 *
 * <p>An {@link dev.clientele.b2b.revenue.order.Order} is an event about an account; {@link dev.clientele.b2b.revenue.order.Orders} records them,
 * once each, on the account's timeline too, and reads an {@link dev.clientele.b2b.revenue.order.OrderHistory} back. {@link
 * dev.clientele.b2b.revenue.order.OrderRateModel} turns one into a {@link dev.clientele.core.value.LifetimeValue}: what came in, and what
 * is to come if the account goes on ordering as it did. Any other {@link dev.clientele.core.value.LifetimeValueModel} serves
 * as well, also one of the consumer side, as soon as somebody says how an order history reads as its evidence: {@link
 * dev.clientele.b2b.revenue.order.RepeatOrderSummary} is what those of repeat purchases are fitted to, and with {@code crm-b2c} beside it
 *
 * <pre>{@code
 * LifetimeValueModel<OrderHistory> model = PurchaseLifetimeValue.of(purchases, spend, CurrencyUnit.EUR).from(orders -> {
 *     PurchaseHistoryBuilder history = PurchaseHistory.builder(CurrencyUnit.EUR);
 *     orders.orders().forEach(order -> history.purchase(order.date(), order.amount()));
 *     return history.build();
 * });
 * }</pre>
 *
 * <p>(for orders that are all positive; {@code AccountsAsRepeatBuyersTest} of the quickstart does all of it).
 */
@NullMarked
package dev.clientele.b2b.revenue.order;

import org.jspecify.annotations.NullMarked;
