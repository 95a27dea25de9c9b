/**
 * Handovers: the transfer of one sales representative's records to another, of an account or a deal, all records that
 * meet a criteria, or everything as somebody leaves.
 *
 * <p>A {@link dev.clientele.b2b.coverage.handover.Handover} names both representatives, the records to transfer, and a
 * {@link dev.clientele.b2b.deal.pipeline.CreditRule}; {@link dev.clientele.b2b.coverage.handover.Handovers} transfers
 * them in bounded transactions. It is stored and can be resumed after an interruption: a transferred record has a new
 * owner, so nothing is transferred twice.
 *
 * <p>Each {@link dev.clientele.b2b.coverage.handover.HandoverScope} names a {@link
 * dev.clientele.b2b.coverage.handover.HandoverKind} of record and a criteria; {@link
 * dev.clientele.b2b.coverage.handover.HandoverCounts} counts the records transferred so far.
 *
 * <pre>{@code
 * b2b.coverage().handovers().transferDeal(deal, tom, CreditRule.PASSES_ON);
 * Handover done = b2b.coverage().handovers().run(Handover.between(mary, tom).withAllScopes());
 * done.transferred().deals();
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.handover;

import org.jspecify.annotations.NullMarked;
