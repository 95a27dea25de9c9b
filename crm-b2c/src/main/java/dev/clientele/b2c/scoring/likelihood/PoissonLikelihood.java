package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.data.CustomerBase;

/** Poisson's log-likelihood of a customer base in lambda: repeats · ln lambda − lambda · time observed. */
public final class PoissonLikelihood implements MaximumLikelihood.LogLikelihood {
    private final double repeats;
    private final double time;

    /** Creates the log-likelihood of a base. */
    public PoissonLikelihood(CustomerBase base) {
        this.repeats = base.totalRepeats();
        this.time = base.totalAge();
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        double lambda = theta[0];
        gradient[0] = repeats / lambda - time;
        hessian[0][0] = -repeats / (lambda * lambda);
        return repeats * Math.log(lambda) - lambda * time;
    }
}
