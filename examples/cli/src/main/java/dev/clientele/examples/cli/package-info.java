/**
 * Clientele on people's own files, from the command line: {@code java -jar clientele.jar COMMAND}.
 *
 * <p>{@link dev.clientele.examples.cli.Main} is the program. {@code clv} models what customers are worth; {@code tables} has
 * the commands that count; {@code identity} links records. What they share stands beside them: {@code transactions} reads
 * files, {@code purchases} makes purchases of the rows, {@code text} writes tables and JSON, {@code picture} draws.
 *
 * <p>Results go to standard output, in words or as JSON; everything about the data that a person should know, each bad row
 * included, goes to standard error. The exit code is 0 if there is a result, 1 if the data cannot give one, 2 if the
 * arguments are wrong.
 */
@NullMarked
package dev.clientele.examples.cli;

import org.jspecify.annotations.NullMarked;
