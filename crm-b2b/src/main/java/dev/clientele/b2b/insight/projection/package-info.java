/**
 * Projections of how many open deals will be won, by several methods side by side, each back-tested.
 *
 * <p>A {@link dev.clientele.b2b.insight.projection.DealPath} is a deal's path through its stages by day; a {@link
 * dev.clientele.b2b.insight.projection.PipelineHistory} holds many and can be cut off at a day, so that a method never
 * sees what came after. A {@link dev.clientele.b2b.insight.projection.ProjectionMethod} learns from such a history and
 * gives each open deal a probability of being won within a number of days; a {@link
 * dev.clientele.b2b.insight.projection.PipelineProjection} adds them up. The methods:
 *
 * <ul>
 *   <li>{@link dev.clientele.b2b.insight.projection.StageWeighted}: the probability that the stage is configured with.
 *   <li>{@link dev.clientele.b2b.insight.projection.HistoricalConversion}: the share of closed deals that were won, by
 *       stage.
 *   <li>{@link dev.clientele.b2b.insight.projection.MarkovChain}: moves between stages, backward ones too, until won or
 *       lost. J. G. Kemeny, J. L. Snell, <i>Finite Markov Chains</i> (1960), chapter III.
 *   <li>{@link dev.clientele.b2b.insight.projection.AgeInStage}: hazards of each next step by age in the stage. O. O.
 *       Aalen, S. Johansen, <i>An empirical transition matrix for nonhomogeneous Markov chains based on censored
 *       observations</i>, Scandinavian Journal of Statistics 5 (1978).
 *   <li>{@link dev.clientele.b2b.insight.projection.LastPeriodByAge}: the share won, over the period just past, of
 *       deals as old in their stage. Landmarking: J. R. Anderson, K. C. Cain, R. D. Gelber, Journal of Clinical
 *       Oncology 1 (1983). The default.
 * </ul>
 *
 * <p>A {@link dev.clientele.b2b.insight.projection.BackTest} runs them on days of the past and reports the accuracy of
 * each. The first three ignore time: where deals die without ever being closed they promise too much. The default is
 * the one that came out best on the example data with that trouble, and needs no choice of a parameter.
 *
 * <p>{@link dev.clientele.b2b.insight.projection.PipelineProjections} reads the history of the session's deals. A
 * method's {@link dev.clientele.b2b.insight.projection.ProjectionModel} gives the probability of each {@link
 * dev.clientele.b2b.insight.projection.OpenDealState}, and a method throws a {@link
 * dev.clientele.b2b.insight.projection.NotEnoughHistoryException} where there is too little to learn from.
 */
@NullMarked
package dev.clientele.b2b.insight.projection;

import org.jspecify.annotations.NullMarked;
