/** How fast the main paths are, against what one would otherwise use. The README beside the sources has the figures. */
@NullMarked
package dev.clientele.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
