package dev.clientele.b2c.scoring.fit;

import dev.clientele.core.error.ClienteleException;
import java.util.Map;
import java.util.Objects;

/** A model could not be fitted to the data; says why, and where the search stood. Carries no customer's data. */
public final class NoFitException extends ClienteleException {
    private static final long serialVersionUID = 1;

    private final FitProblem problem;
    private final transient Map<String, Double> lastParameters;
    private final double lastLogLikelihood;

    /**
     * Records where a search ended without a fit.
     *
     * @param problem the kind of problem
     * @param explanation without any customer's data
     * @param lastParameters where the search stood
     * @param lastLogLikelihood there
     */
    public NoFitException(
            FitProblem problem, String explanation, Map<String, Double> lastParameters, double lastLogLikelihood) {
        super(explanation, null);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.lastParameters = lastParameters;
        this.lastLogLikelihood = lastLogLikelihood;
    }

    /** Records that a search could not begin. */
    public NoFitException(FitProblem problem, String explanation) {
        this(problem, explanation, Map.of(), Double.NEGATIVE_INFINITY);
    }

    /** Returns the kind of problem; the message explains it. */
    public FitProblem problem() {
        return problem;
    }

    /** Returns the parameters the search had reached; empty if it never began. */
    public Map<String, Double> lastParameters() {
        return lastParameters == null ? Map.of() : lastParameters;
    }

    /**
     * Returns the log-likelihood at {@link #lastParameters()}: on a boundary or a ridge as good as the supremum;
     * negative infinity if the search never began.
     */
    public double lastLogLikelihood() {
        return lastLogLikelihood;
    }
}
