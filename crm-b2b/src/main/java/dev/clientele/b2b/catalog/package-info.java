/**
 * The catalog: products, price books, prices and line items.
 *
 * <p>A {@link dev.clientele.b2b.catalog.Product} is billed once or every period ({@link
 * dev.clientele.b2b.catalog.BillingFrequency}). A {@link dev.clientele.b2b.catalog.PriceBook} holds {@link
 * dev.clientele.b2b.catalog.Price}s in one currency, by day and by quantity; {@link
 * dev.clientele.b2b.catalog.ProductPrices} finds the valid one, and a missing price is a {@link
 * dev.clientele.b2b.catalog.MissingPriceException}, never a price of another book or currency.
 *
 * <p>A {@link dev.clientele.b2b.catalog.LineItem} is a quantity of a product at the list price of the day it was added,
 * or at a unit price of its own, less a {@link dev.clientele.b2b.catalog.Discount}; {@link
 * dev.clientele.b2b.catalog.LineTotals} adds lines up. Deals and quotes consist of line items.
 *
 * <p>{@link dev.clientele.b2b.catalog.Catalog} opens {@link dev.clientele.b2b.catalog.Products}, {@link
 * dev.clientele.b2b.catalog.PriceBooks} and {@link dev.clientele.b2b.catalog.Prices}.
 *
 * <pre>{@code
 * Product turbine = b2b.catalog().products().add(Product.of("T-100", "Turbine").with(Product.FAMILY, "hardware"));
 * PriceBook book = b2b.catalog().priceBooks().add(PriceBook.of("EU", "Europe", EUR).asStandard());
 * b2b.catalog().prices().add(book, turbine, Money.of(EUR, 120_000), firstOfYear);
 * deal = b2b.deals().lines().add(deal, turbine, 10);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.catalog;

import org.jspecify.annotations.NullMarked;
