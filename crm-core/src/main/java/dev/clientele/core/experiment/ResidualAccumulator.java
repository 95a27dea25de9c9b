package dev.clientele.core.experiment;

/**
 * An accumulator of the squared residuals of one arm's regression, filled in a second pass over its observations. Mergeable;
 * not thread-safe.
 */
public final class ResidualAccumulator {
    private final LinArm arm;
    private final CompensatedSum squares = new CompensatedSum();
    private long count;

    ResidualAccumulator(LinArm arm) {
        this.arm = arm;
    }

    /**
     * Adds one observation of the arm, with the covariates of the first pass.
     *
     * @throws ExperimentDataException if a number isn't finite
     */
    public void add(double outcome, double... covariates) {
        squares.add(ExperimentDataException.requireFinite("residual", arm.squaredResidual(outcome, covariates)));
        count++;
    }

    /** Adds all observations of another accumulator of the same arm of the same regression. */
    public void addAll(ResidualAccumulator other) {
        if (other.arm != arm) {
            throw new IllegalArgumentException("residuals must be of the same arm of the same regression");
        }
        count += other.count;
        squares.addAll(other.squares);
    }

    double squaredStandardError(LinArm of) {
        if (of != arm) {
            throw new IllegalArgumentException("residuals must be of this arm of this regression");
        }
        if (count != arm.count()) {
            throw new IllegalArgumentException(
                    "residuals must be of all " + arm.count() + " observations, were " + count);
        }
        return squares.exact().doubleValue();
    }
}
