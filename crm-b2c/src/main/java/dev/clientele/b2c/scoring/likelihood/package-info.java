/**
 * Log-likelihoods of customer bases with exact derivatives, and the search for their maximum. Not exported.
 *
 * <p>{@link dev.clientele.b2c.scoring.likelihood.MaximumLikelihood} searches over the logarithms of the parameters and says, where it finds no maximum, what
 * kind of problem the data have. {@link dev.clientele.b2c.scoring.likelihood.FitPreconditions} refuses data that can't be fitted at all. {@link
 * dev.clientele.b2c.scoring.likelihood.PenalisedLikelihood} adds a prior. The other types are the
 * {@link dev.clientele.b2c.scoring.likelihood.MaximumLikelihood}{@code .LogLikelihood} of one model each.
 */
@NullMarked
package dev.clientele.b2c.scoring.likelihood;

import org.jspecify.annotations.NullMarked;
