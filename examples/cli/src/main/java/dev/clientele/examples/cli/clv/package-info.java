/**
 * The command {@code clv}: fits a repeat-purchase model and a spend model to a file of transactions and tells which
 * customers are worth most.
 *
 * <p>{@link dev.clientele.examples.cli.clv.ClvCommand} holds the options. {@code Valuation} fits and values, which gives a
 * {@code Valued}; {@code Comparing} fits all models and chooses one. A {@code ClvReport} is what of it is told, written as
 * words by {@code ReportText} or as JSON; {@code ReportPage} puts it into pictures.
 */
@NullMarked
package dev.clientele.examples.cli.clv;

import org.jspecify.annotations.NullMarked;
