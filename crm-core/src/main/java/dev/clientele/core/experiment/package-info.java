/**
 * Estimates of what a campaign or a change caused, from sums that stream and merge; pure functions on plain numbers.
 *
 * <p>A {@link dev.clientele.core.experiment.MomentAccumulator} takes an arm's observations, each with its covariates, in any
 * order and in any parts, and becomes {@link dev.clientele.core.experiment.ArmMoments}. An {@link
 * dev.clientele.core.experiment.ArmEstimate} is an arm's mean or ratio metric; two of them give an {@link
 * dev.clientele.core.experiment.EffectEstimate} (Welch) and a {@link dev.clientele.core.experiment.RelativeLift} (delta method and
 * Fieller), each with a {@link dev.clientele.core.experiment.EffectInterval}.
 *
 * <ul>
 *   <li>Narrower intervals: {@link dev.clientele.core.experiment.Cuped} by facts known before; {@link
 *       dev.clientele.core.experiment.LinRegression} with interactions, its HC2 from a second pass into {@link
 *       dev.clientele.core.experiment.ResidualAccumulator}s; {@link dev.clientele.core.experiment.PostStratification} over each
 *       {@link dev.clientele.core.experiment.Stratum}.
 *   <li>Accounts assigned as a whole: {@link dev.clientele.core.experiment.ClusterTotals}.
 *   <li>Several outcomes: {@link dev.clientele.core.experiment.PValueAdjustment} by Holm or Benjamini and Hochberg.
 *   <li>Several looks: {@link dev.clientele.core.experiment.ConfidenceSequence} at any time, {@link
 *       dev.clientele.core.experiment.GroupSequentialBounds} at planned looks by an {@link
 *       dev.clientele.core.experiment.AlphaSpending}.
 *   <li>Before: {@link dev.clientele.core.experiment.SampleSizePlan}. After: {@link dev.clientele.core.experiment.SampleRatio}, whose
 *       alarm blocks the {@link dev.clientele.core.experiment.Verdict}.
 * </ul>
 *
 * <pre>{@code
 * MomentAccumulator mailed = MomentAccumulator.create();      // and one for the hold-out
 * mailed.add(order.value());                                  // once a person, 0 for those who didn't buy
 * EffectEstimate effect = EffectEstimate.ofMeans(mailed.moments(), holdOut.moments(), 0.95);
 * SampleRatio sizes = SampleRatio.of(List.of(mailed.count(), holdOut.count()), List.of(0.9, 0.1));
 * Verdict verdict = Verdict.of(sizes, effect);
 * }</pre>
 *
 * <p>Data that allow no estimate are an {@link dev.clientele.core.experiment.ExperimentDataException} with its {@link
 * dev.clientele.core.experiment.ExperimentDataException.Reason}: numbers that aren't finite, arms too small, nothing that varies,
 * collinear covariates, a base of 0. Randomisation itself, and that nobody was treated by the other arm, no estimate can check.
 */
@NullMarked
package dev.clientele.core.experiment;

import org.jspecify.annotations.NullMarked;
