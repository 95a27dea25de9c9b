/**
 * Commands that count and don't model: {@code funnel}, {@code cohorts}, {@code rfm}, {@code basket}. Each has a record of what
 * it found, whose components are the keys of its JSON form; {@code PurchaseBookOptions} are the options that they share.
 */
@NullMarked
package dev.clientele.examples.cli.tables;

import org.jspecify.annotations.NullMarked;
