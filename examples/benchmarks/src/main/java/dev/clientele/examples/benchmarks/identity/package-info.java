/**
 * Persons identified among a million, stored and in memory, beside the least that a program would do by hand.
 */
@NullMarked
package dev.clientele.examples.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
