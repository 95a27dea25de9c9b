/**
 * Lifetime value, and the money, dates and rates that it takes to compute it.
 *
 * <p><b>Lifetime value.</b> {@link dev.clientele.core.value.LifetimeValue} is one answer: what was received, what is still
 * expected within a {@link dev.clientele.core.value.Horizon}, what winning the customer cost, how sure that is ({@link
 * dev.clientele.core.value.ValueInterval}) and on which {@link dev.clientele.core.value.Evidence} it rests. A {@link dev.clientele.core.value.LifetimeValueModel} gives such answers from evidence: contracts and
 * orders of an account, or the purchases of a person.
 *
 * <p><b>Time value.</b> {@link dev.clientele.core.value.CashFlow}s are brought to one day by
 * {@link dev.clientele.core.value.Discounting}: a {@link dev.clientele.core.value.DiscountRate} over years counted by a
 * named {@link dev.clientele.core.value.DayCount}.
 *
 * <p><b>Currencies.</b> Money is Joda-Money and is never added across currencies:
 * {@link dev.clientele.core.value.MoneyTotals} keeps a sum for each, {@link dev.clientele.core.value.ConvertedTotal} one in
 * a single currency. {@link dev.clientele.core.value.ExchangeRates}
 * converts by the {@link dev.clientele.core.value.ExchangeRate} in force on a date; a rate that isn't known is a
 * {@link dev.clientele.core.value.MissingExchangeRateException}, never a guess. {@link dev.clientele.core.value.Allocation}
 * divides an amount so that the parts add up to it.
 *
 * <p><b>Values without a declaration.</b> {@link dev.clientele.core.value.NamedValues} are those of fields that tenants define at run
 * time ({@code dev.clientele.core.tenantfield}).
 *
 * <p>Amounts of money are decimal and exact, and rounding is always named by the caller or documented. What a model
 * computes (a probability, an expected count, a discount factor) is a finite {@code double}. Everything here is
 * immutable and may be used from any thread, and nothing asks for the current date, the default zone or locale.
 */
@NullMarked
package dev.clientele.core.value;

import org.jspecify.annotations.NullMarked;
