/**
 * Evaluation of models on purchases that they haven't seen.
 *
 * <p>A {@link dev.clientele.b2c.scoring.holdout.HoldOutSplit} cuts purchase histories at a day: a model is fitted to what was
 * before and judged by what came after, which gives a {@link dev.clientele.b2c.scoring.holdout.HoldOut}. A
 * {@link dev.clientele.b2c.scoring.holdout.ModelComparison} does so for several models and chooses one by its
 * likelihood. A {@link
 * dev.clientele.b2c.scoring.holdout.LapseRule} learns from it whom to give up; a {@link
 * dev.clientele.b2c.scoring.holdout.ModelDrift} says, after a while, whether it is time to fit again.
 *
 * <p>A {@link dev.clientele.b2c.scoring.holdout.HoldOutSplitBuilder} collects histories for a split; a
 * {@link dev.clientele.b2c.scoring.holdout.ComparedModel} is one row of the comparison.
 */
@NullMarked
package dev.clientele.b2c.scoring.holdout;

import org.jspecify.annotations.NullMarked;
