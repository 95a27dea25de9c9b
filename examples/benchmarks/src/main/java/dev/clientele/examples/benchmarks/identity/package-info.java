/** How fast and how small an index of persons in memory is. */
@NullMarked
package dev.clientele.examples.benchmarks.identity;

import org.jspecify.annotations.NullMarked;
