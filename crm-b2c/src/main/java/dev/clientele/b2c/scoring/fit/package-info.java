/**
 * Fitted models and how sure they are.
 *
 * <p>A {@link dev.clientele.b2c.scoring.fit.FittedModel} or {@link dev.clientele.b2c.scoring.fit.FittedSpendModel} is a model together with its {@link dev.clientele.b2c.scoring.fit.Fit}: estimates, covariance, likelihood.
 * Limit models: where the data push parameters to a limit, the simpler model that describes them as well is fitted, and a {@link
 * dev.clientele.b2c.scoring.fit.FitRemark} says so. Data that determine no model throw {@link dev.clientele.b2c.scoring.fit.NoFitException}, whose {@link dev.clientele.b2c.scoring.fit.FitProblem} says why.
 *
 * <p>{@link dev.clientele.b2c.scoring.fit.Uncertainty} computes a {@link dev.clientele.b2c.scoring.fit.ConfidenceInterval} of any figure of a fitted model; {@link dev.clientele.b2c.scoring.fit.LikelihoodRatioTest}
 * compares a model with a simpler one.
 *
 * <p>A {@link dev.clientele.b2c.scoring.fit.PredictionInterval} is of what will happen, not of its expectation.
 */
@NullMarked
package dev.clientele.b2c.scoring.fit;

import org.jspecify.annotations.NullMarked;
