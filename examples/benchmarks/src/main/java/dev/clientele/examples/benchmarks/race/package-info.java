/**
 * Contenders doing the same work by turns in one process, and what came of it.
 *
 * <p>Every piece of work is done by all contenders one right after the other, the order turning from piece to piece, so that
 * whatever else the machine is doing falls on all alike. Only the ratios within a run mean anything.
 */
@NullMarked
package dev.clientele.examples.benchmarks.race;

import org.jspecify.annotations.NullMarked;
