package dev.clientele.core.experiment;

import dev.clientele.core.error.ClienteleException;
import java.io.Serial;

/** The data of an experiment don't allow the estimate that was asked for. */
public final class ExperimentDataException extends ClienteleException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The reason why there is no estimate. */
    public enum Reason {
        /** An observation or a sum is NaN, infinite or too large to be squared. */
        NOT_FINITE,
        /** An arm, a stratum or a number of clusters is too small for a variance. */
        TOO_FEW,
        /** An outcome or a covariate is the same for everybody. */
        NO_VARIANCE,
        /** A covariate is a linear combination of the others. */
        COLLINEAR,
        /** A relative figure was asked for and its base is 0. */
        ZERO_BASE
    }

    private final Reason reason;

    /** Creates an exception for this reason. */
    public ExperimentDataException(Reason reason, String message) {
        super(message, null);
        this.reason = reason;
    }

    /** Returns the reason. */
    public Reason reason() {
        return reason;
    }

    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new ExperimentDataException(Reason.NOT_FINITE, name + " must be finite, was " + value);
        }
        return value;
    }

    static ExperimentDataException tooFew(String what, long atLeast, long were) {
        return new ExperimentDataException(Reason.TOO_FEW, what + " must be at least " + atLeast + ", were " + were);
    }
}
