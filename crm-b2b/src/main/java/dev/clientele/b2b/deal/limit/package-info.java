/**
 * How much may be given away without asking.
 *
 * <p>A {@link dev.clientele.b2b.deal.limit.DiscountLimit} is declared as a record: on everything or a product family, in a price
 * book, for a sales representative, a role or everybody. A gate with {@link dev.clientele.b2b.deal.pipeline.Gate#withinLimits} lets
 * a deal pass only if what it exceeds ({@link dev.clientele.b2b.deal.limit.ExceededLimit}) is approved; {@link
 * dev.clientele.b2b.deal.limit.DiscountLimits} asks for that, and the approval lapses when the deal's lines, amount or
 * discount change. A single limit for all may as well be an approval rule on {@code Opportunity.DISCOUNT} at the gate itself.
 *
 * <pre>{@code
 * b2b.deals().discountLimits().add(DiscountLimit.of("hardware", "0.15").onFamily("hardware").approvedBy("finance"));
 * pipeline = pipeline.with(pipeline.stage("contract").entry(Gate.open().withinLimits()));
 * b2b.deals().discountLimits().request(deal, "They have a better offer.");
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.limit;

import org.jspecify.annotations.NullMarked;
