package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.numerics.GammaFunctions;

/**
 * The log-survival {@code ln B(α, β + t^c) − ln B(α, β)} with its first and second derivatives in {@code ln α, ln β, ln c}, in
 * this order. Not thread-safe.
 */
final class LogSurvivalDerivatives {

    private final double alpha;
    private final double beta;
    private final double c;

    private double value;
    private final double[] first = new double[3];
    private final double[][] second = new double[3][3];

    LogSurvivalDerivatives(double alpha, double beta, double c) {
        this.alpha = alpha;
        this.beta = beta;
        this.c = c;
    }

    /** Moves to a number of renewals, 1 or more. */
    void moveTo(int renewals) {
        double u = Math.pow(renewals, c);
        double log = c * Math.log(renewals);
        double uc = log * u;
        double ucc = (log + log * log) * u;
        value = logSurvival(alpha, beta, u);

        double ofSum = -GammaFunctions.digammaDifference(alpha + beta, u);
        double ofBoth = alpha < u
                ? GammaFunctions.digammaDifference(beta, alpha) - GammaFunctions.digammaDifference(beta + u, alpha)
                : GammaFunctions.digammaDifference(beta, u) - GammaFunctions.digammaDifference(alpha + beta, u);
        double ofTime = -GammaFunctions.digammaDifference(beta + u, alpha);
        first[0] = alpha * ofSum;
        first[1] = beta * ofBoth;
        first[2] = ofTime * uc;

        double ofSum2 = -GammaFunctions.trigammaDifference(alpha + beta, u);
        double ofBoth2 = alpha < u
                ? GammaFunctions.trigammaDifference(beta, alpha) - GammaFunctions.trigammaDifference(beta + u, alpha)
                : GammaFunctions.trigammaDifference(beta, u) - GammaFunctions.trigammaDifference(alpha + beta, u);
        double ofTime2 = -GammaFunctions.trigammaDifference(beta + u, alpha);
        second[0][0] = alpha * alpha * ofSum2 + first[0];
        second[1][0] = alpha * beta * ofSum2;
        second[1][1] = beta * beta * ofBoth2 + first[1];
        second[2][0] = -alpha * GammaFunctions.trigamma(alpha + beta + u) * uc;
        second[2][1] = beta * ofTime2 * uc;
        second[2][2] = ofTime2 * uc * uc + ofTime * ucc;
    }

    /** Computes ln B(α, β + u) − ln B(α, β) without the cancellation that differences of log-betas bring. */
    static double logSurvival(double alpha, double beta, double u) {
        return alpha < u
                ? GammaFunctions.logGammaDifference(beta, alpha) - GammaFunctions.logGammaDifference(beta + u, alpha)
                : GammaFunctions.logGammaDifference(beta, u) - GammaFunctions.logGammaDifference(alpha + beta, u);
    }

    double value() {
        return value;
    }

    double first(int i) {
        return first[i];
    }

    /** The derivative in the i-th and the j-th, j being at most i. */
    double second(int i, int j) {
        return second[i][j];
    }
}
