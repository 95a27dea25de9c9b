package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.core.numerics.EigenDecomposition;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.TrustRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits a model whose parameters are positive, but for some coefficients at the end: searches in the logarithms of the positive
 * ones, then says how good the answer is or why there is none.
 */
public final class MaximumLikelihood {
    /** A parameter that moved by this factor (e to the 12th) from any sensible start has gone to its boundary. */
    private static final double MAX_LOG_DISTANCE = 12;

    private static final double SEARCH_LIMIT = 40;
    /** The last steps of a first search, after which 1e-11 remains, and of one that begins where another ended: 1e-8. */
    private static final double FIT_LAST_STEP = 3e-6;

    private static final double REFIT_LAST_STEP = 1e-4;
    /** A direction in which even this many units of log-parameter are within one standard error is flat. */
    private static final double FLAT_DIRECTION = 5;

    /** Total log-likelihood with its exact derivatives in the parameters themselves. */
    @FunctionalInterface
    public interface LogLikelihood {
        /**
         * Computes the log-likelihood and its derivatives.
         *
         * @param theta the parameters
         * @param gradient receives the first derivatives
         * @param hessian receives the second derivatives, symmetric
         */
        double evaluate(double[] theta, double[] gradient, double[][] hessian);
    }

    /** The description of the model that another becomes as a parameter goes to its boundary. */
    @FunctionalInterface
    public interface BoundaryDescription {
        /** Returns the simpler model as the subject and verb of a sentence. */
        String describe(String parameter, boolean toInfinity);
    }

    private final String model;
    private final List<String> names;
    private final int positive;
    private final BoundaryDescription limit;
    private final LogLikelihood likelihood;
    private final long customers;
    private final long repeatCustomers;

    /** Creates a search over parameters that are all above 0. */
    public MaximumLikelihood(
            String model,
            List<String> names,
            BoundaryDescription limit,
            LogLikelihood likelihood,
            long customers,
            long repeatCustomers) {
        this(model, names, names.size(), limit, likelihood, customers, repeatCustomers);
    }

    /** Creates a search with coefficients of any sign after the first {@code positive} parameters. */
    public MaximumLikelihood(
            String model,
            List<String> names,
            int positive,
            BoundaryDescription limit,
            LogLikelihood likelihood,
            long customers,
            long repeatCustomers) {
        this.model = model;
        this.names = names;
        this.positive = positive;
        this.limit = limit;
        this.likelihood = likelihood;
        this.customers = customers;
        this.repeatCustomers = repeatCustomers;
    }

    /** Fits the model, beginning at the best of several starts. */
    public Fit fitFrom(double[]... starts) {
        int n = names.size();
        double[] start = starts[0];
        double best = Double.NEGATIVE_INFINITY;
        for (double[] candidate : starts) {
            double value = starts.length == 1 ? 0 : likelihood.evaluate(candidate, new double[n], new double[n][n]);
            if (value > best) {
                best = value;
                start = candidate;
            }
        }
        return search(start, FIT_LAST_STEP, starts.length);
    }

    /** Fits the model, beginning where an earlier fit to nearly the same data ended. */
    public Fit refitFrom(double[] start) {
        return search(start, REFIT_LAST_STEP, 1);
    }

    private Fit search(double[] start, double lastStep, int tried) {
        double[] origin = logs(start);
        return toFit(TrustRegion.minimise(this::negativeMean, origin, SEARCH_LIMIT, lastStep), origin, tried);
    }

    private double negativeMean(double[] logTheta, double[] gradient, double[][] hessian) {
        int n = logTheta.length;
        double[] theta = exps(logTheta);
        double value = likelihood.evaluate(theta, gradient, hessian);
        double scale = -1.0 / customers;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hessian[i][j] *= scale * unit(i, theta) * unit(j, theta);
            }
            gradient[i] *= scale * unit(i, theta);
            hessian[i][i] += i < positive ? gradient[i] : 0;
        }
        return value * scale;
    }

    private Fit toFit(TrustRegion.Minimum minimum, double[] origin, int tried) {
        double[] theta = exps(minimum.at());
        Map<String, Double> parameters = NamedParameters.of(names, theta);
        double logLikelihood = -minimum.value() * customers;
        EigenDecomposition curvature = EigenDecomposition.decompose(minimum.hessian());
        double flattest = curvature.eigenvalue(0) * customers;
        boolean flat = !(flattest > 1 / (FLAT_DIRECTION * FLAT_DIRECTION));
        for (int i = 0; i < theta.length; i++) {
            double moved = minimum.at()[i] - origin[i];
            if (flat && Math.abs(moved) > MAX_LOG_DISTANCE) {
                throw new NoFitException(
                        FitProblem.BOUNDARY,
                        model + ": the likelihood goes on rising as " + names.get(i) + " goes to "
                                + (moved > 0 ? "infinity" : "zero")
                                + ": " + limit.describe(names.get(i), moved > 0) + " these data as well",
                        parameters,
                        logLikelihood);
            }
        }
        if (flat) {
            throw new NoFitException(
                    FitProblem.FLAT_RIDGE, describeRidge(curvature.eigenvector(0)), parameters, logLikelihood);
        }
        if (!minimum.converged()) {
            throw new NoFitException(
                    FitProblem.NOT_CONVERGED,
                    model + ": the search ended after " + minimum.iterations() + " steps without reaching a maximum",
                    parameters,
                    logLikelihood);
        }
        return new Fit(
                model,
                parameters,
                covariance(curvature.inverse(), theta),
                logLikelihood,
                true,
                minimum.iterations() + (tried > 1 ? tried : 0),
                customers,
                repeatCustomers);
    }

    private String describeRidge(double[] direction) {
        List<String> moving = new ArrayList<>();
        for (int i = 0; i < direction.length; i++) {
            if (Math.abs(direction[i]) > 0.3) {
                moving.add(names.get(i));
            }
        }
        return model + ": " + customers + " customers, " + repeatCustomers
                + " of them repeating, can't tell apart different values of " + String.join(", ", moving)
                + " taken together; more customers, a longer period or a simpler model would";
    }

    /** Converts the covariance from logarithms back to the parameters themselves. */
    private List<List<Double>> covariance(double[][] inverse, double[] theta) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < theta.length; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < theta.length; j++) {
                row.add(inverse[i][j] * unit(i, theta) * unit(j, theta) / customers);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns how much a parameter moves with what is searched. */
    private double unit(int i, double[] theta) {
        return i < positive ? theta[i] : 1;
    }

    private double[] logs(double[] theta) {
        double[] logs = theta.clone();
        for (int i = 0; i < positive; i++) {
            logs[i] = Math.log(theta[i]);
        }
        return logs;
    }

    private double[] exps(double[] logTheta) {
        double[] theta = logTheta.clone();
        for (int i = 0; i < positive; i++) {
            theta[i] = Math.exp(logTheta[i]);
        }
        return theta;
    }
}
