/**
 * Asking before a deal goes on.
 *
 * <p>A {@link dev.clientele.b2b.deal.pipeline.ApprovalRule} at a gate says which deals need it. {@link
 * dev.clientele.b2b.deal.approval.Approvals} keeps the requests: an {@link dev.clientele.b2b.deal.approval.Approval} is asked for, then
 * granted or refused by somebody else, of a role if the rule names one. It holds for what it was asked for and nothing else: as soon as one of the fields that
 * the rule covers has changed it has lapsed, for good, whoever changed it and by whichever way, for the deal's own history
 * tells.
 *
 * <pre>{@code
 * Approval request = b2b.deals().approvals().request(deal, "discount", "They have a better offer.");
 * managers.approvals().approve(request, "Go ahead.");
 * b2b.deals().advance(deal, "Contract");
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.approval;

import org.jspecify.annotations.NullMarked;
