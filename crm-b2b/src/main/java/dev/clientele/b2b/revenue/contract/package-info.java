/**
 * Revenue that comes again: who pays how much a month, what has become of it, and when contracts are to be renewed.
 *
 * <p>A {@link dev.clientele.b2b.revenue.contract.Contract} is one term of one contract; {@link dev.clientele.b2b.revenue.contract.Contracts}
 * renews and ends them, and adds up the revenue of any day. {@link dev.clientele.b2b.revenue.contract.RevenueMovements} says what was
 * new, more, less and gone between two days, and how much of a fixed set of customers' revenue and of the customers themselves
 * was kept.
 *
 * <p>{@link dev.clientele.b2b.revenue.contract.RenewalQuery} reads from stored contracts what the models of {@link
 * dev.clientele.b2b.revenue.retention} learn from, those that still run with what is known of them; {@link
 * dev.clientele.b2b.revenue.contract.ContractPortfolioModel} values all contracts of an account, each a {@link
 * dev.clientele.b2b.revenue.contract.ContractLifecycle}, as of a day:
 *
 * <pre>{@code
 * ContractValueModel yearly = b2b.revenue().contracts().renewals(today).ofMonths(12).grace(30)
 *         .valuedBy(ShiftedBetaGeometric::fit, 0.8, DiscountedIntegral.at(DiscountRate.annual(0.1), DayCount.ACT_365F));
 * LifetimeValue value = ContractPortfolioModel.of(12, yearly, CurrencyUnit.EUR)
 *         .value(b2b.revenue().contracts().lives(globex.id()), today, Horizon.years(5));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.contract;

import org.jspecify.annotations.NullMarked;
