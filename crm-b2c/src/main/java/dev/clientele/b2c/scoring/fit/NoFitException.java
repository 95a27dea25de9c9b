package dev.clientele.b2c.scoring.fit;

import dev.clientele.core.error.ClienteleException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A model could not be fitted to the data; says why, and where the search stood. Carries no customer's data. */
public final class NoFitException extends ClienteleException {
    private static final long serialVersionUID = 1;

    private final FitProblem problem;
    private final transient Map<String, Double> lastParameters;
    private final double lastLogLikelihood;
    private final transient List<String> undetermined;

    /**
     * Records where a search ended without a fit.
     *
     * @param problem the kind of problem
     * @param explanation without any customer's data
     * @param lastParameters where the search stood
     * @param lastLogLikelihood there
     * @param undetermined the parameters that the data don't determine, that which they determine least first
     */
    public NoFitException(
            FitProblem problem,
            String explanation,
            Map<String, Double> lastParameters,
            double lastLogLikelihood,
            List<String> undetermined) {
        super(explanation, null);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.lastParameters = lastParameters;
        this.lastLogLikelihood = lastLogLikelihood;
        this.undetermined = List.copyOf(undetermined);
    }

    /** Records that a search could not begin. */
    public NoFitException(FitProblem problem, String explanation) {
        this(problem, explanation, Map.of(), Double.NEGATIVE_INFINITY, List.of());
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

    /** Returns the parameters that the data don't determine, that which they determine least first; empty if that isn't the problem. */
    public List<String> undetermined() {
        return undetermined == null ? List.of() : undetermined;
    }
}
