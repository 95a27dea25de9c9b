/**
 * Revenue that comes again: who pays how much a month, what has become of it, and when contracts are to be renewed.
 *
 * <p>A {@link dev.clientele.b2b.contract.Contract} is one term of one contract; {@link dev.clientele.b2b.contract.Contracts}
 * renews and ends them, and adds up the revenue of any day. {@link dev.clientele.b2b.contract.RevenueMovements} says what was
 * new, more, less and gone between two days, and how much of a fixed set of customers' revenue and of the customers themselves
 * was kept. What a customer is worth is told by {@link dev.clientele.b2b.retention}.
 */
@NullMarked
package dev.clientele.b2b.contract;

import org.jspecify.annotations.NullMarked;
