/**
 * Installed products, whitespace and recommendations.
 *
 * <p>An {@link dev.clientele.b2b.revenue.whitespace.InstalledProduct} is a product that an account owns, in a
 * department if it is known; {@link dev.clientele.b2b.revenue.whitespace.InstalledBase} reads them from contracts,
 * orders and won deals, and a host adds its own from anywhere. {@link
 * dev.clientele.b2b.revenue.whitespace.WhitespaceMatrix} is the matrix of accounts and products, or of product
 * families; {@link dev.clientele.b2b.revenue.whitespace.ProductRecommender} recommends products from it, best first:
 * those that related accounts own, then those of accounts with anything in common.
 *
 * <p>Each result is a {@link dev.clientele.b2b.revenue.whitespace.ProductRecommendation}.
 *
 * <pre>{@code
 * InstalledBase installed = b2b.revenue().installedBase();
 * WhitespaceMatrix now = installed.whitespace(today, installed.activeProductCodes());
 * now.missing(globex.id());                        // products that Globex doesn't own
 * now.departments(globex.id());                    // departments that own any
 * now.groupedBy(installed.familyByCode());         // the matrix of product families
 * installed.recommend(globex.id(), today, installed.activeProductCodes()).get(0);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.revenue.whitespace;

import org.jspecify.annotations.NullMarked;
