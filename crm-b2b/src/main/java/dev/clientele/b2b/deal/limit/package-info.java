/**
 * Discount limits.
 *
 * <p>A {@link dev.clientele.b2b.deal.limit.DiscountLimit} is a stored record: on everything or a product family, in a
 * price book, for a sales representative, a role or everybody. A gate with {@link
 * dev.clientele.b2b.deal.pipeline.Gate#withinLimits} lets a deal pass only if each {@link
 * dev.clientele.b2b.deal.limit.ExceededLimit} is approved; {@link dev.clientele.b2b.deal.limit.DiscountLimits} requests
 * the approvals, which lapse when the deal's lines, amount or discount change. A single limit for all may as well be an
 * approval rule on {@code Opportunity.DISCOUNT} at the gate itself.
 *
 * <pre>{@code
 * b2b.deals().discountLimits().add(DiscountLimit.of("hardware", "0.15").forFamily("hardware").withApproverRole("finance"));
 * pipeline = pipeline.withStage(pipeline.stage("contract").withEntryGate(Gate.open().withinLimits()));
 * b2b.deals().discountLimits().requestApprovals(deal, "They have a better offer.");
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.limit;

import org.jspecify.annotations.NullMarked;
