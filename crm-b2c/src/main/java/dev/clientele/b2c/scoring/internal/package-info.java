/**
 * The numerical floor under the models: special functions, quadrature and an optimiser. Not exported.
 *
 * <p>Everything here works on plain numbers and knows nothing of customers. Three rules hold throughout: a quantity that
 * is a sum of positive terms is computed as one, so that no parameter value (a = 1, alpha = beta, a + b &lt; 1) is a
 * special case; what may underflow has a logarithmic form; results are the same bits for the same arguments.
 */
@NullMarked
package dev.clientele.b2c.scoring.internal;

import org.jspecify.annotations.NullMarked;
