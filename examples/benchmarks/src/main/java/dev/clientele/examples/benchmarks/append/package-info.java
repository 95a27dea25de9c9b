/** Interactions appended one batch after the other in a process with little memory, and read back. */
@NullMarked
package dev.clientele.examples.benchmarks.append;

import org.jspecify.annotations.NullMarked;
