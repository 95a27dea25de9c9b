/**
 * The command {@code clv}: fits a repeat-purchase model and a spend model to a file of transactions and tells which
 * customers are worth most.
 *
 * <p>{@link dev.clientele.examples.cli.clv.ClvCommand} holds the options. {@code PurchaseRecords} collects the rows by
 * customer, {@code Valuation} fits and values, and a {@code ClvReport} is what came out, written as words by
 * {@code ReportText} and as JSON by {@code ReportJson}.
 */
@NullMarked
package dev.clientele.examples.cli.clv;

import org.jspecify.annotations.NullMarked;
