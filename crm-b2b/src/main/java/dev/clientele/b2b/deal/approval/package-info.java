/**
 * Approvals of deals.
 *
 * <p>An {@link dev.clientele.b2b.deal.pipeline.ApprovalRule} at a gate names the deals that need approval. {@link
 * dev.clientele.b2b.deal.approval.Approvals} stores the requests: an {@link dev.clientele.b2b.deal.approval.Approval}
 * is requested, then approved or rejected by somebody else, of a role if the rule names one. An approval covers the
 * fields that the rule names: as soon as one of them changes it lapses, for good, whoever changed it and by whichever
 * way. A digest kept with the request shows whether they are as they were, also when the deal's history was pruned, and the
 * history since the request whether they were others in between. The {@link dev.clientele.b2b.deal.approval.FourEyesRule}
 * keeps every write to it.
 *
 * <p>Each request has an {@link dev.clientele.b2b.deal.approval.ApprovalDecision}.
 *
 * <pre>{@code
 * Approval request = b2b.deals().approvals().request(deal, "discount", "They have a better offer.");
 * manager.deals().approvals().approve(request, "Go ahead.");
 * b2b.deals().advance(deal, "Contract");
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.approval;

import org.jspecify.annotations.NullMarked;
