/**
 * Transactions in people's own files: who bought when for how much, one row each.
 *
 * <p>{@link dev.clientele.examples.cli.transactions.TransactionFile} reads one, plain or compressed, according to a
 * {@link dev.clientele.examples.cli.transactions.TransactionLayout}: what divides the columns, which of them matter, how
 * dates are written. Each row becomes a {@link dev.clientele.examples.cli.transactions.TransactionRecord} or a
 * {@link dev.clientele.examples.cli.transactions.Rejection} that says where and why; none gets lost. A file that cannot
 * be read to its end is an {@link dev.clientele.examples.cli.transactions.UnusableDataException}, since half of the data
 * gives no right answer.
 */
@NullMarked
package dev.clientele.examples.cli.transactions;

import org.jspecify.annotations.NullMarked;
