/**
 * What a sales department asks of many deals, of this library and in hand-written SQL on the same tables.
 *
 * <p>The command fills a database once, can keep it, and lets both answer
 * by turns. PIPELINE.md beside the sources has the figures.
 */
@NullMarked
package dev.clientele.examples.benchmarks.selling;

import org.jspecify.annotations.NullMarked;
