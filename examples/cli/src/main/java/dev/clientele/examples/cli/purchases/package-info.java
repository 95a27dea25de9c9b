/**
 * What a file of transactions says about each customer's purchases, and the options by which commands read one:
 * {@link dev.clientele.examples.cli.purchases.PurchaseOptions} to mix in,
 * {@link dev.clientele.examples.cli.purchases.PurchaseCollector} as the result.
 */
@NullMarked
package dev.clientele.examples.cli.purchases;

import org.jspecify.annotations.NullMarked;
