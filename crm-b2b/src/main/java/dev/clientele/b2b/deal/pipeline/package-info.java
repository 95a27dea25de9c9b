/**
 * Deals and the way they go.
 *
 * <p>A {@link dev.clientele.b2b.deal.pipeline.Pipeline} is a way of selling: {@link dev.clientele.b2b.deal.pipeline.Stage}s in order, each
 * open, won or lost, with a default probability, a {@link dev.clientele.b2b.deal.pipeline.ForecastCategory}, and a {@link
 * dev.clientele.b2b.deal.pipeline.Gate} before and behind it. A tenant has as many as it needs. Stages keep their ids for good; what
 * is no longer used is retired.
 *
 * <p>An {@link dev.clientele.b2b.deal.pipeline.Opportunity} is a deal on its way through one. It carries every {@link
 * dev.clientele.b2b.deal.pipeline.StageVisit} since it was opened; {@link dev.clientele.b2b.deal.pipeline.StageHistory} reads times from
 * them. The moves are pure functions on it; {@link dev.clientele.b2b.deal.pipeline.StageTransitionCheck} says what stands in the way of one.
 *
 * <p>A deal is credited to its owner or, by {@link dev.clientele.b2b.deal.pipeline.CreditSplit}s, to several who together have 100 percent;
 * {@link dev.clientele.b2b.deal.pipeline.Opportunity#credits} says what everybody's part comes to, to the last cent.
 *
 * <p>A deal may consist of lines of products ({@link dev.clientele.b2b.deal.pipeline.DealLines}). Its amount is then what they come
 * to, and its discount what they give away, whoever changes it: a deal out of step with its lines can't be stored.
 *
 * <p>{@link dev.clientele.b2b.deal.pipeline.Opportunities} and {@link dev.clientele.b2b.deal.pipeline.Pipelines} store them.
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
