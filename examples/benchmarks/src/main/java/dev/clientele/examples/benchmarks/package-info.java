/** How fast the main paths are, measured with JMH. */
@NullMarked
package dev.clientele.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
