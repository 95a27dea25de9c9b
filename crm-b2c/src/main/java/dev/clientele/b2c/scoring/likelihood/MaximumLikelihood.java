package dev.clientele.b2c.scoring.likelihood;

import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FitProblem;
import dev.clientele.b2c.scoring.fit.NoFitException;
import dev.clientele.core.numerics.EigenDecomposition;
import dev.clientele.core.numerics.NamedParameters;
import dev.clientele.core.numerics.TrustRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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

    private static final double ROUNDING = 1e-6;

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

    /**
     * Fits the model, beginning at the best of several starts; where that ends without a fit, at each other too, before the data are
     * said not to determine it.
     *
     * @throws NoFitException if nowhere; of the search that reached the highest likelihood
     */
    public Fit fitFrom(double[]... starts) {
        Optional<Fit> fit = Optional.empty();
        Optional<NoFitException> failure = Optional.empty();
        for (double[] start : ordered(starts)) {
            try {
                Fit found = search(start, FIT_LAST_STEP, starts.length, false);
                if (failure.isEmpty()) {
                    return found;
                }
                fit = fit.filter(before -> before.logLikelihood() >= found.logLikelihood())
                        .or(() -> Optional.of(found));
            } catch (NoFitException none) {
                failure = failure.filter(before -> before.lastLogLikelihood() >= none.lastLogLikelihood())
                        .or(() -> Optional.of(none));
            }
        }
        NoFitException highest = failure.orElseThrow();
        return fit.filter(found -> found.logLikelihood() >= highest.lastLogLikelihood() - ROUNDING)
                .orElseThrow(() -> highest);
    }

    /** Returns the starts, that of the highest likelihood first; those without one are left out, unless all are. */
    private List<double[]> ordered(double[]... starts) {
        if (starts.length == 1) {
            return List.of(starts[0]);
        }
        int n = names.size();
        double[] values = Arrays.stream(starts)
                .mapToDouble(at -> likelihood.evaluate(at, new double[n], new double[n][n]))
                .toArray();
        List<double[]> order = IntStream.range(0, starts.length)
                .filter(i -> Double.isFinite(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .map(i -> starts[i])
                .toList();
        return order.isEmpty() ? List.of(starts[0]) : order;
    }

    /**
     * Fits a model that the data hardly determine, where a search ended on a ridge: the standard error of a direction in which
     * the likelihood hardly falls is cut off at {@value #FLAT_DIRECTION} units of log-parameter.
     */
    Fit fitOnRidge(double[] at) {
        return search(at, FIT_LAST_STEP, 1, true);
    }

    /** Returns the search over the other parameters while one is held. */
    MaximumLikelihood holding(int held, double value) {
        List<String> others = new ArrayList<>(names);
        others.remove(held);
        return new MaximumLikelihood(
                model,
                others,
                positive - 1,
                limit,
                new HeldLikelihood(likelihood, held, value),
                customers,
                repeatCustomers);
    }

    /** Fits the model, beginning where an earlier fit to nearly the same data ended. */
    public Fit refitFrom(double[] start) {
        return search(start, REFIT_LAST_STEP, 1, false);
    }

    private Fit search(double[] start, double lastStep, int tried, boolean ridges) {
        double[] origin = logs(start);
        return toFit(TrustRegion.minimise(this::negativeMean, origin, SEARCH_LIMIT, lastStep), origin, tried, ridges);
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

    private Fit toFit(TrustRegion.Minimum minimum, double[] origin, int tried, boolean ridges) {
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
                        logLikelihood,
                        List.of(names.get(i)));
            }
        }
        if (flat && !ridges) {
            List<String> moving = alongRidge(curvature.eigenvector(0));
            throw new NoFitException(FitProblem.FLAT_RIDGE, describeRidge(moving), parameters, logLikelihood, moving);
        }
        if (!minimum.converged()) {
            throw new NoFitException(
                    FitProblem.NOT_CONVERGED,
                    model + ": the search ended after " + minimum.iterations()
                            + " steps without reaching a maximum; a simpler model, or a prior, may",
                    parameters,
                    logLikelihood,
                    List.of());
        }
        return new Fit(
                model,
                parameters,
                covariance(flat ? cutOff(curvature) : curvature.inverse(), theta),
                logLikelihood,
                true,
                minimum.iterations() + (tried > 1 ? tried : 0),
                customers,
                repeatCustomers);
    }

    /** Returns the parameters that change along a direction, that which changes most first. */
    private List<String> alongRidge(double[] direction) {
        return IntStream.range(0, direction.length)
                .filter(i -> Math.abs(direction[i]) > 0.3)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(direction[i])))
                .map(names::get)
                .toList();
    }

    private String describeRidge(List<String> moving) {
        List<String> inOrder = names.stream().filter(moving::contains).toList();
        return model + ": " + customers + " customers, " + repeatCustomers
                + " of them repeating, can't tell apart different values of " + String.join(", ", inOrder)
                + " taken together; more customers, a longer period or a simpler model would";
    }

    /** Inverts second derivatives, none taken as flatter than what counts as flat. */
    private double[][] cutOff(EigenDecomposition curvature) {
        int n = curvature.size();
        double floor = 1 / (FLAT_DIRECTION * FLAT_DIRECTION * customers);
        double[][] inverse = new double[n][n];
        for (int d = 0; d < n; d++) {
            double[] direction = curvature.eigenvector(d);
            double spread = 1 / Math.max(floor, curvature.eigenvalue(d));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i][j] += spread * direction[i] * direction[j];
                }
            }
        }
        return inverse;
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
