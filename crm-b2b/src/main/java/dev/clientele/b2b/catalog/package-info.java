/**
 * What is sold and what it costs.
 *
 * <p>A {@link dev.clientele.b2b.catalog.Product} is paid for once or every {@link dev.clientele.b2b.catalog.BillingFrequency} period.
 * {@link dev.clientele.b2b.catalog.PriceBook}s hold {@link dev.clientele.b2b.catalog.Price}s in one currency each, by day and
 * by quantity; {@link dev.clientele.b2b.catalog.ProductPrices} says which holds, and a price that isn't there is a {@link
 * dev.clientele.b2b.catalog.MissingPriceException}, never one of another book or currency.
 *
 * <p>A {@link dev.clientele.b2b.catalog.LineItem} is so many of a product at the list price of the day it was put down, at
 * a unit price and less a {@link dev.clientele.b2b.catalog.Discount}; {@link dev.clientele.b2b.catalog.LineTotals} adds lines
 * up. Deals consist of them ({@code Opportunity.LINES}), quotes offer them.
 *
 * <pre>{@code
 * Product turbine = b2b.catalog().products().add(Product.of("T-100", "Turbine").with(Product.FAMILY, "hardware"));
 * PriceBook book = b2b.catalog().priceBooks().add(PriceBook.of("EU", "Europe", EUR).standard());
 * b2b.catalog().prices().add(book, turbine, Money.of(EUR, 120_000), firstOfYear);
 * deal = b2b.deals().lines().add(deal, turbine, 10);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.catalog;

import org.jspecify.annotations.NullMarked;
