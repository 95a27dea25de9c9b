/**
 * Quality and speed of the linkage of records of the same person: {@link
 * dev.clientele.examples.benchmarks.linkage.LinkageCommand}. LINKAGE.md beside the module's README has the figures.
 */
@NullMarked
package dev.clientele.examples.benchmarks.linkage;

import org.jspecify.annotations.NullMarked;
