package dev.clientele.b2c.scoring.likelihood;

/** A log-likelihood in which one parameter is held: a function of the others alone. */
record HeldLikelihood(MaximumLikelihood.LogLikelihood whole, int held, double value)
        implements MaximumLikelihood.LogLikelihood {
    @Override
    public double evaluate(double[] theta, double[] gradient, double[][] hessian) {
        int n = theta.length + 1;
        double[] all = new double[n];
        for (int i = 0; i < n; i++) {
            all[i] = i == held ? value : theta[place(i)];
        }
        double[] slopes = new double[n];
        double[][] curvature = new double[n][n];
        double logLikelihood = whole.evaluate(all, slopes, curvature);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != held && j != held) {
                    gradient[place(i)] = slopes[i];
                    hessian[place(i)][place(j)] = curvature[i][j];
                }
            }
        }
        return logLikelihood;
    }

    private int place(int i) {
        return i < held ? i : i - 1;
    }
}
