/**
 * What is offered to customers.
 *
 * <p>A {@link dev.clientele.b2b.deal.quote.Quote} is drafted of what a deal consists of, under the next number of a {@link
 * dev.clientele.b2b.deal.quote.QuoteNumberSeries}; {@link dev.clientele.b2b.deal.quote.Quotes} presents it, which freezes it, and accepts,
 * rejects and revises it. {@link dev.clientele.b2b.deal.quote.QuoteTotals} divides a discount on the whole among the lines and
 * adds net and tax up, to the minor unit. That a quote has expired is told by the clock whenever it is asked, and no program
 * has to run for it.
 *
 * <p>What is beyond a declared limit of discounts isn't presented before it is approved ({@code canPresent}, {@link
 * dev.clientele.b2b.deal.limit}).
 *
 * <p>At most one quote for a deal is accepted, also when two are at the same time. The deal then consists of its lines and is
 * worth its net, in the same transaction.
 *
 * <pre>{@code
 * Quote quote = b2b.deals().quotes().draft(deal);
 * quote = b2b.deals().quotes().save(quote.withDiscountOnWhole(Discount.percent("5")).taxedAt(new BigDecimal("0.19")));
 * quote = b2b.deals().quotes().present(quote, today.plusDays(30));
 * b2b.deals().quotes().accept(quote);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.quote;

import org.jspecify.annotations.NullMarked;
