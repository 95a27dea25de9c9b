/**
 * The command {@code clv}: fits a repeat-purchase model and a spend model to a file of transactions and tells which
 * customers are worth most.
 *
 * <p>{@link dev.clientele.examples.cli.clv.ClvCommand} holds the options. {@code ClvAnalysis} fits and values, which gives a
 * {@code ClvResult}; {@code ModelSelection} fits all models and chooses one. A {@code ClvReport} is what of it is told, written as
 * words by {@code ClvReportText} or as JSON; {@code ClvReportPage} puts it into pictures.
 */
@NullMarked
package dev.clientele.examples.cli.clv;

import org.jspecify.annotations.NullMarked;
