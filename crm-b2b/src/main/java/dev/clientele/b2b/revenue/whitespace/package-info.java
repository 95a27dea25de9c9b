/**
 * What accounts have and what they might buy next.
 *
 * <p>A {@link dev.clientele.b2b.revenue.whitespace.InstalledProduct} says that an account has a product, and in which department; {@link
 * dev.clientele.b2b.revenue.whitespace.InstalledBase} reads them from contracts, orders and won deals, and a host adds its own from anywhere. {@link
 * dev.clientele.b2b.revenue.whitespace.WhitespaceMatrix} is the matrix of accounts and products, or of families of products; {@link
 * dev.clientele.b2b.revenue.whitespace.ProductRecommender} reads from it what to offer whom, best first: what others of the family have, and
 * what those have who have anything in common.
 *
 * <pre>{@code
 * WhitespaceMatrix now = b2b.holdings().whitespace(today, b2b.holdings().range());
 * now.missing(globex.id());                        // what Globex doesn't have
 * now.departments(globex.id());                    // where it has anything
 * now.by(b2b.holdings().families());               // the same by product line
 * b2b.holdings().candidates(globex.id(), today, b2b.holdings().range()).get(0);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.whitespace;

import org.jspecify.annotations.NullMarked;
