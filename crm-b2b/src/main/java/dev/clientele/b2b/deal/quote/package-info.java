/**
 * Quotes: numbered offers for deals, with revisions.
 *
 * <p>A {@link dev.clientele.b2b.deal.quote.Quote} is drafted from a deal's lines, under the next number of a {@link
 * dev.clientele.b2b.deal.quote.QuoteNumberSeries}; {@link dev.clientele.b2b.deal.quote.Quotes} presents it, which
 * freezes it, and accepts, rejects and revises it. {@link dev.clientele.b2b.deal.quote.QuoteTotals} divides a discount
 * on the whole among the lines and adds net and tax up, to the minor unit. A quote expires by the clock, and no job has
 * to run for it.
 *
 * <p>A quote beyond a declared discount limit isn't presented before it is approved ({@code canPresent}, {@link
 * dev.clientele.b2b.deal.limit}), nor accepted out of time: the {@link dev.clientele.b2b.deal.quote.QuoteDecisionRule}
 * keeps every write to that.
 *
 * <p>At most one quote for a deal is accepted, also when two are at the same time. The deal then takes its lines and
 * its net, in the same transaction.
 *
 * <p>A {@link dev.clientele.b2b.deal.quote.QuoteLine} is a line item with its tax rate; the {@link
 * dev.clientele.b2b.deal.quote.QuoteStatus} leads from draft to accepted or rejected.
 *
 * <pre>{@code
 * Quote quote = b2b.deals().quotes().draft(deal);
 * quote = b2b.deals().quotes().save(quote.withOverallDiscount(Discount.percent("5")).withTaxRate(new BigDecimal("0.19")));
 * quote = b2b.deals().quotes().present(quote, today.plusDays(30));
 * b2b.deals().quotes().accept(quote);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.quote;

import org.jspecify.annotations.NullMarked;
