/**
 * Passing on what somebody has: an account or a deal, all that meet a criteria, or everything as somebody leaves.
 *
 * <p>A {@link dev.clientele.b2b.coverage.handover.Handover} says from whom to whom, what, and by which {@link
 * dev.clientele.b2b.deal.pipeline.CreditRule}; {@link dev.clientele.b2b.coverage.handover.Handovers} passes it on in bounded transactions. It
 * is stored and can be gone on with after an interruption: what has passed on is no longer the one's, so nothing passes on
 * twice.
 *
 * <pre>{@code
 * b2b.coverage().handovers().deal(deal, tom, CreditRule.PASSES_ON);
 * Handover done = b2b.coverage().handovers().run(Handover.between(mary, tom).passingEverything());
 * done.passed().deals();
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.handover;

import org.jspecify.annotations.NullMarked;
