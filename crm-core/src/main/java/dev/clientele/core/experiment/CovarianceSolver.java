package dev.clientele.core.experiment;

import dev.clientele.core.numerics.CholeskyDecomposition;

/** A solver of linear equations in the deviations of an arm's covariates, scaled to correlations so that units don't matter. */
final class CovarianceSolver {
    private final double[] scales;
    private final CholeskyDecomposition correlations;

    private CovarianceSolver(double[] scales, CholeskyDecomposition correlations) {
        this.scales = scales;
        this.correlations = correlations;
    }

    static CovarianceSolver of(double[][] deviations) {
        int size = deviations.length;
        double[] scales = new double[size];
        for (int i = 0; i < size; i++) {
            scales[i] = Math.sqrt(deviations[i][i]);
            if (!(scales[i] > 0)) {
                throw new ExperimentDataException(
                        ExperimentDataException.Reason.NO_VARIANCE, "covariate " + i + " must vary");
            }
        }
        double[][] scaled = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                scaled[i][j] = deviations[i][j] / scales[i] / scales[j];
            }
        }
        return new CovarianceSolver(
                scales,
                CholeskyDecomposition.decompose(scaled, 0)
                        .orElseThrow(() -> new ExperimentDataException(
                                ExperimentDataException.Reason.COLLINEAR,
                                "no covariate may be a linear combination of the others")));
    }

    /** Returns the solver in an arm's deviations of covariates. */
    static CovarianceSolver of(ArmMoments arm) {
        int size = arm.covariates();
        double[][] deviations = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                deviations[i][j] = arm.deviations(i + 1, j + 1);
            }
        }
        return of(deviations);
    }

    /** Returns the coefficients of the least squares regression of the outcome on the covariates. */
    double[] coefficients(ArmMoments arm) {
        double[] right = new double[scales.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = arm.deviations(0, i + 1);
        }
        return solve(right);
    }

    double[] solve(double[] right) {
        double[] x = new double[right.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = right[i] / scales[i];
        }
        x = correlations.solve(x);
        for (int i = 0; i < x.length; i++) {
            x[i] /= scales[i];
        }
        return x;
    }
}
