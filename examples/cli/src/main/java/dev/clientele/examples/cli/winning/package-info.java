/**
 * {@code win-probability}: how likely deals are won, learned from a file of closed ones. {@link
 * dev.clientele.examples.cli.winning.WinProbabilityCommand} is the command.
 */
@NullMarked
package dev.clientele.examples.cli.winning;

import org.jspecify.annotations.NullMarked;
