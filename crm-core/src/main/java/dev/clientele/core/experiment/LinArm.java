package dev.clientele.core.experiment;

/** The regression of one arm: its coefficients, its mean at the covariates' means of all, and the weight of each observation in that. */
final class LinArm {
    private final ArmMoments arm;
    private final CovarianceSolver solver;
    private final double[] coefficients;
    private final double[] direction;
    private final double mean;

    private LinArm(ArmMoments arm, ArmMoments all) {
        this.arm = arm;
        solver = CovarianceSolver.of(arm);
        coefficients = solver.coefficients(arm);
        double[] move = new double[coefficients.length];
        double adjusted = arm.mean();
        for (int i = 0; i < move.length; i++) {
            move[i] = all.covariateMean(i) - arm.covariateMean(i);
            adjusted += coefficients[i] * move[i];
        }
        mean = adjusted;
        direction = solver.solve(move);
    }

    static LinArm of(ArmMoments arm, ArmMoments all) {
        if (arm.count() < arm.covariates() + 2L) {
            throw ExperimentDataException.tooFew("observations of an arm", arm.covariates() + 2L, arm.count());
        }
        return new LinArm(arm, all);
    }

    double mean() {
        return mean;
    }

    long count() {
        return arm.count();
    }

    double degreesOfFreedom() {
        return arm.count() - 1.0 - arm.covariates();
    }

    /** Returns the observation's term in the sum that is HC2's variance of the mean. */
    double squaredResidual(double outcome, double[] covariates) {
        arm.requireCovariates(covariates.length);
        double[] deviation = new double[covariates.length];
        double residual = outcome - arm.mean();
        double weight = 1.0 / arm.count();
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = covariates[i] - arm.covariateMean(i);
            residual -= coefficients[i] * deviation[i];
            weight += direction[i] * deviation[i];
        }
        double leverage = 1.0 / arm.count();
        double[] solved = solver.solve(deviation);
        for (int i = 0; i < deviation.length; i++) {
            leverage += solved[i] * deviation[i];
        }
        if (leverage > 1 - 1e-10) {
            return 0; // the regression passes through this observation, whatever its outcome
        }
        return weight * weight * residual * residual / (1 - leverage);
    }
}
