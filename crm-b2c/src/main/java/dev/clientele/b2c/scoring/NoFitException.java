package dev.clientele.b2c.scoring;

import dev.clientele.core.error.ClienteleException;
import java.util.Map;
import java.util.Objects;

/** A model could not be fitted to the data; says why, and where the search stood. Carries no customer's data. */
public final class NoFitException extends ClienteleException {
    private static final long serialVersionUID = 1;

    private final FitProblem problem;
    private final transient Map<String, Double> lastParameters;

    NoFitException(FitProblem problem, String explanation, Map<String, Double> lastParameters) {
        super(explanation, null);
        this.problem = Objects.requireNonNull(problem, "problem");
        this.lastParameters = lastParameters;
    }

    NoFitException(FitProblem problem, String explanation) {
        this(problem, explanation, Map.of());
    }

    /** The kind of problem; the message explains it. */
    public FitProblem problem() {
        return problem;
    }

    /** The parameters the search had reached; empty if it never began. */
    public Map<String, Double> lastParameters() {
        return lastParameters == null ? Map.of() : lastParameters;
    }
}
