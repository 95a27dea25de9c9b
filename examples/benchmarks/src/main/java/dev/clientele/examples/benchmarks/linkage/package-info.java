/**
 * How well and how fast records of the same person are linked: {@link
 * dev.clientele.examples.benchmarks.linkage.LinkageCommand}. LINKAGE.md beside the module's README has the figures.
 */
@NullMarked
package dev.clientele.examples.benchmarks.linkage;

import org.jspecify.annotations.NullMarked;
