/**
 * Sales coverage, opened by {@link dev.clientele.b2b.coverage.Coverage}: {@link dev.clientele.b2b.coverage.team team
 * members}, {@link dev.clientele.b2b.coverage.territory territory rules}, {@link dev.clientele.b2b.coverage.assignment
 * assignment} and {@link dev.clientele.b2b.coverage.handover handovers}.
 */
@NullMarked
package dev.clientele.b2b.coverage;

import org.jspecify.annotations.NullMarked;
