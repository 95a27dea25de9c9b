/**
 * Contracts, renewals and recurring revenue.
 *
 * <p>A {@link dev.clientele.b2b.revenue.contract.Contract} is one term of one contract; {@link
 * dev.clientele.b2b.revenue.contract.Contracts} renews and terminates them, and adds up the recurring revenue of any
 * day; the {@link dev.clientele.b2b.revenue.contract.ContractTermRule} keeps every write from a term that was both
 * terminated and renewed. {@link dev.clientele.b2b.revenue.contract.RevenueMovements} divides the change between two days into new
 * revenue, expansion, contraction and churn, with net, gross and logo retention.
 *
 * <p>{@link dev.clientele.b2b.revenue.contract.RenewalQuery} reads from stored contracts the history that the models of
 * {@link dev.clientele.b2b.revenue.retention} learn from, active contracts included; {@link
 * dev.clientele.b2b.revenue.contract.ContractPortfolioModel} values all contracts of an account, each a {@link
 * dev.clientele.b2b.revenue.contract.ContractLifecycle}, as of a day:
 *
 * <pre>{@code
 * ContractValueModel yearly = b2b.revenue().contracts().renewals(today).withTermMonths(12).withGraceDays(30)
 *         .valueModel(ShiftedBetaGeometric::fit, 0.8, Discounting.of(DiscountRate.annual(0.1), DayCount.ACT_365F));
 * LifetimeValue value = ContractPortfolioModel.of(12, yearly, CurrencyUnit.EUR)
 *         .value(b2b.revenue().contracts().lifecycles(globex.id()), today, Horizon.years(5));
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.contract;

import org.jspecify.annotations.NullMarked;
