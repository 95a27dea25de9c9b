/**
 * What is sold and what it costs.
 *
 * <p>A {@link dev.clientele.b2b.product.Product} is paid for once or every {@link dev.clientele.b2b.product.Billing} period.
 * {@link dev.clientele.b2b.product.PriceBook}s hold {@link dev.clientele.b2b.product.Price}s in one currency each, by day and
 * by quantity; {@link dev.clientele.b2b.product.PriceList} says which holds, and a price that isn't there is a {@link
 * dev.clientele.b2b.product.MissingPriceException}, never one of another book or currency.
 *
 * <p>A {@link dev.clientele.b2b.product.LineItem} is so many of a product at the list price of the day it was put down, at
 * a unit price and less a {@link dev.clientele.b2b.product.Discount}; {@link dev.clientele.b2b.product.LineTotals} adds lines
 * up. Deals consist of them ({@code Opportunity.LINES}), quotes offer them.
 *
 * <pre>{@code
 * Product turbine = b2b.products().add(Product.of("T-100", "Turbine").with(Product.FAMILY, "hardware"));
 * PriceBook book = b2b.priceBooks().add(PriceBook.of("EU", "Europe", EUR).standard());
 * b2b.prices().add(book, turbine, Money.of(EUR, 120_000), firstOfYear);
 * deal = b2b.dealLines().add(deal, turbine, 10);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.product;

import org.jspecify.annotations.NullMarked;
