/**
 * The mathematics of dropout: how long customers stay and how many purchases they make until they leave. Not exported.
 *
 * <p>{@link dev.clientele.b2c.scoring.dropout.LifetimeDistribution} is the lifetime of customers who leave at any time: {@link dev.clientele.b2c.scoring.dropout.ParetoLifetime}, {@link dev.clientele.b2c.scoring.dropout.GompertzLifetime},
 * {@link dev.clientele.b2c.scoring.dropout.InfiniteLifetime}. {@link dev.clientele.b2c.scoring.dropout.ParetoDropoutIntegral} and {@link dev.clientele.b2c.scoring.dropout.GompertzDropoutIntegral} integrate over the moment of leaving
 * during a silence. {@link dev.clientele.b2c.scoring.dropout.BetaDropout} and {@link dev.clientele.b2c.scoring.dropout.ErlangDropout} are for customers who leave after a purchase, {@link dev.clientele.b2c.scoring.dropout.BetaMixture}
 * averages over their probabilities to do so. {@link dev.clientele.b2c.scoring.dropout.RandomVariates} draws random numbers.
 */
@NullMarked
package dev.clientele.b2c.scoring.dropout;

import org.jspecify.annotations.NullMarked;
