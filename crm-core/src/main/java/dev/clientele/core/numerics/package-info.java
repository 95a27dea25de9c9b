/**
 * Special functions, quadrature and optimisation for the models of both worlds. Exported to them alone.
 *
 * <p>Everything here works on plain numbers and knows nothing of customers. Three rules hold throughout: a quantity that
 * is a sum of positive terms is computed as one, so that no parameter value (a = 1, alpha = beta, a + b &lt; 1) is a
 * special case; what may underflow has a logarithmic form; results are the same bits for the same arguments.
 *
 * <p>Distributions and the other special functions are those of Commons Statistics and Commons Numbers. What is here has no
 * counterpart there that keeps these rules: they have no quadrature, no optimiser with second derivatives and no matrices.
 *
 * <ul>
 *   <li>Optimisation: {@link dev.clientele.core.numerics.TrustRegion} finds the minimum of a function with known second
 *       derivatives, by a {@link dev.clientele.core.numerics.CholeskyDecomposition} or an {@link
 *       dev.clientele.core.numerics.EigenDecomposition} of them.
 *   <li>Quadrature: {@link dev.clientele.core.numerics.GaussKronrod} adapts to the integrand; {@link
 *       dev.clientele.core.numerics.GaussLegendre} has fixed nodes; {@link
 *       dev.clientele.core.numerics.ExponentialQuadrature} integrates what falls off exponentially, {@link
 *       dev.clientele.core.numerics.DiscountedIntegral} a discounted stream.
 *   <li>Special functions: {@link dev.clientele.core.numerics.GammaFunctions}, {@link
 *       dev.clientele.core.numerics.LogRisingFactorial}, {@link
 *       dev.clientele.core.numerics.ScaledExponentialIntegral}, {@link dev.clientele.core.numerics.Softplus}; Commons Numbers and Commons Statistics have
 *       the others.
 *   <li>Sums: {@link dev.clientele.core.numerics.ParallelSum} over many cells on all processors, {@link
 *       dev.clientele.core.numerics.LogSumExp} of exponentials with their derivatives.
 *   <li>Tables and searches: {@link dev.clientele.core.numerics.ChebyshevTables}, {@link
 *       dev.clientele.core.numerics.QuantileSearch}, {@link dev.clientele.core.numerics.RadixSort}.
 *   <li>Arguments: {@link dev.clientele.core.numerics.ArgumentChecks} checks their range, {@link
 *       dev.clientele.core.numerics.NamedParameters} names them.
 * </ul>
 */
@NullMarked
package dev.clientele.core.numerics;

import org.jspecify.annotations.NullMarked;
