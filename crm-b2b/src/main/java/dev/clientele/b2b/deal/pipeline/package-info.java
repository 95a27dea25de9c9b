/**
 * Pipelines, and the deals in them.
 *
 * <p>A {@link dev.clientele.b2b.deal.pipeline.Pipeline} has {@link dev.clientele.b2b.deal.pipeline.Stage}s in order,
 * each open, won or lost, with a default probability, a {@link dev.clientele.b2b.deal.pipeline.ForecastCategory}, and a
 * {@link dev.clientele.b2b.deal.pipeline.Gate} at its entry and exit. A tenant has as many pipelines as it needs.
 * Stages keep their ids for good; a stage out of use is retired.
 *
 * <p>An {@link dev.clientele.b2b.deal.pipeline.Opportunity} is a deal in a pipeline. It carries each {@link
 * dev.clientele.b2b.deal.pipeline.StageVisit} since it was opened, from which {@link
 * dev.clientele.b2b.deal.pipeline.StageHistory} computes times; of very many visits the oldest leave the record for the
 * {@link dev.clientele.b2b.deal.pipeline.StageVisitLog}, each as an {@link
 * dev.clientele.b2b.deal.pipeline.ArchivedStageVisit}, and {@link dev.clientele.b2b.deal.pipeline.EarlierVisits} keeps
 * their totals. Its moves are pure functions; {@link dev.clientele.b2b.deal.pipeline.StageTransitionCheck} finds the
 * conditions that a move doesn't meet, and the {@link dev.clientele.b2b.deal.pipeline.StageTransitionRule} keeps every
 * write to them, whether it comes from a verb, a plain save or a batch.
 *
 * <p>A deal is credited to its owner or, by {@link dev.clientele.b2b.deal.pipeline.CreditSplit}s, to several
 * representatives who together have 100 percent; {@link dev.clientele.b2b.deal.pipeline.DealCredits} computes the
 * amounts, to the last cent. A {@link dev.clientele.b2b.deal.pipeline.CreditedRepRule} and a {@link
 * dev.clientele.b2b.deal.pipeline.CreditedRepRemovalRule} see to it that everybody who is named is there.
 *
 * <p>A deal may have line items ({@link dev.clientele.b2b.deal.pipeline.DealLines}). Its amount and discount then
 * follow from them, whoever changes it: a deal out of step with its lines can't be stored.
 *
 * <p>{@link dev.clientele.b2b.deal.pipeline.Opportunities} and {@link dev.clientele.b2b.deal.pipeline.Pipelines} store
 * them.
 *
 * <p>A gate requires fields, each {@link dev.clientele.b2b.deal.pipeline.DealCondition}, engaged stakeholders by {@link
 * dev.clientele.b2b.deal.pipeline.BuyingRole}, and approvals by {@link dev.clientele.b2b.deal.pipeline.ApprovalRule},
 * each with an {@link dev.clientele.b2b.deal.pipeline.ApprovalStatus} and {@link
 * dev.clientele.b2b.deal.pipeline.ApprovalTerms}. What a gate needs beyond the deal's own fields
 * are {@link dev.clientele.b2b.deal.pipeline.GateFacts}, which a {@link dev.clientele.b2b.deal.pipeline.GateFactSource}
 * reads. A move that isn't allowed throws an {@link dev.clientele.b2b.deal.pipeline.UnmetConditionsException} with
 * every {@link dev.clientele.b2b.deal.pipeline.UnmetCondition}. A {@link dev.clientele.b2b.deal.pipeline.StageKind} is
 * open, won or lost; a {@link dev.clientele.b2b.deal.pipeline.StageInterval} is the time between two visits; {@link
 * dev.clientele.b2b.deal.pipeline.Probability} checks probabilities set by hand; a {@link
 * dev.clientele.b2b.deal.pipeline.CreditRule} decides on credit when an owner changes.
 *
 * <pre>{@code
 * Opportunity deal = b2b.deals().open(globex, Pipeline.standard(), "Turbines 2027", Money.of(EUR, 1_200_000));
 * List<UnmetCondition> unmet = b2b.deals().canAdvance(deal, "Contract");
 * deal = b2b.deals().advance(deal, "Propose");
 * deal = b2b.deals().lose(deal, "price", "Hammer & Sons");
 * deal = b2b.deals().reopen(deal);
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.deal.pipeline;

import org.jspecify.annotations.NullMarked;
