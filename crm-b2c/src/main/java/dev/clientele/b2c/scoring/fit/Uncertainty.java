package dev.clientele.b2c.scoring.fit;

import dev.clientele.b2c.scoring.model.CnbdKModel;
import dev.clientele.core.numerics.ArgumentChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The uncertainty of any figure of a fitted model, by the delta method: the covariance of the estimates carried through
 * the figure's slopes, which are taken by central differences. Of one customer's expected purchases it is the
 * uncertainty of the expectation, not the spread of the purchases themselves. Immutable and thread-safe; made once for
 * a model, it serves any number of customers.
 *
 * @param <M> the kind of model
 */
public final class Uncertainty<M> {
    private static final double STEP = 1e-4;
    /** The name of the parameter that goes from one whole number to the next. */
    private static final String WHOLE_NUMBER = CnbdKModel.PARAMETERS.get(0);
    /** A variance of a whole number below which its neighbours aren't worth looking at. */
    private static final double NEGLIGIBLE = 1e-9;

    private final M model;
    private final List<M> above = new ArrayList<>();
    private final List<M> below = new ArrayList<>();
    private final double[] distances;
    private final double[][] covariance;

    /** Covariance is of the logarithms of the parameters, each of which is moved by {@link #STEP}. */
    private Uncertainty(M model, Fit fit, Function<double[], M> with) {
        this.model = model;
        double[] theta = fit.estimates();
        List<String> names = List.copyOf(fit.parameters().keySet());
        List<Integer> estimated = new ArrayList<>();
        List<Double> apart = new ArrayList<>();
        for (int i = 0; i < theta.length; i++) {
            double variance = fit.covariance().get(i).get(i);
            if (WHOLE_NUMBER.equals(names.get(i))) {
                if (variance > NEGLIGIBLE) {
                    estimated.add(i);
                    double more = Math.min(theta[i] + 1, CnbdKModel.MAX_K);
                    double less = Math.max(theta[i] - 1, 1);
                    above.add(with.apply(withValue(theta, i, more)));
                    below.add(with.apply(withValue(theta, i, less)));
                    apart.add(Math.log(more / less));
                }
            } else if (variance > 0) {
                estimated.add(i);
                above.add(with.apply(withValue(theta, i, theta[i] * Math.exp(STEP))));
                below.add(with.apply(withValue(theta, i, theta[i] * Math.exp(-STEP))));
                apart.add(2 * STEP);
            }
        }
        this.distances = apart.stream().mapToDouble(Double::doubleValue).toArray();
        int n = estimated.size();
        this.covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int row = estimated.get(i);
                int column = estimated.get(j);
                covariance[i][j] = fit.covariance().get(row).get(column) / theta[row] / theta[column];
            }
        }
    }

    /**
     * Returns the uncertainty of a model that was fitted.
     *
     * @param model the model at its estimates
     * @param fit the estimates and their covariance
     * @param withParameters the model of any other parameters, which come in the order of the estimates
     * @throws IllegalArgumentException if the fit has no covariance
     */
    public static <M> Uncertainty<M> of(M model, Fit fit, Function<double[], M> withParameters) {
        requireCovariance(fit);
        return new Uncertainty<>(model, fit, withParameters);
    }

    /**
     * Computes the interval of a figure that is 0 or more, such as expected purchases: symmetric in its logarithm.
     *
     * @param figure finite and 0 or more at any parameters
     * @param level from 0 to 1, both excluded
     */
    public ConfidenceInterval intervalOfAmount(ToDoubleFunction<? super M> figure, double level) {
        double estimate = figure.applyAsDouble(model);
        double error = estimate > 0 ? Math.sqrt(varianceOfLog(figure)) : 0;
        double reach = Math.exp(error * halfWidth(level));
        return new ConfidenceInterval(
                estimate, estimate * error, estimate / reach, Math.min(estimate * reach, Double.MAX_VALUE), level);
    }

    /**
     * Computes the interval of a probability, such as that of being alive: symmetric in its log-odds, so within 0 and
     * 1.
     *
     * @param figure from 0 to 1 at any parameters
     * @param level from 0 to 1, both excluded
     */
    public ConfidenceInterval intervalOfProbability(ToDoubleFunction<? super M> figure, double level) {
        double estimate = figure.applyAsDouble(model);
        if (!(estimate > 0 && estimate < 1)) {
            return new ConfidenceInterval(estimate, 0, estimate, estimate, ArgumentChecks.requireLevel(level));
        }
        double odds = Math.log(estimate) - Math.log1p(-estimate);
        double error = Math.sqrt(variance(m -> logOdds(figure.applyAsDouble(m))));
        double reach = error * halfWidth(level);
        double low = Math.min(estimate, 1 / (1 + Math.exp(reach - odds)));
        double high = Math.max(estimate, 1 / (1 + Math.exp(-reach - odds)));
        return new ConfidenceInterval(estimate, error * estimate * (1 - estimate), low, high, level);
    }

    /**
     * Returns the number of standard errors on either side of an estimate that an interval has.
     *
     * @param level from 0 to 1, both excluded
     */
    public static double halfWidth(double level) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + 0.5 * ArgumentChecks.requireLevel(level));
    }

    /** Returns the variance of the logarithm of a figure above 0. */
    public double varianceOfLog(ToDoubleFunction<? super M> figure) {
        return variance(m -> Math.log(Math.max(Double.MIN_NORMAL, figure.applyAsDouble(m))));
    }

    private double variance(ToDoubleFunction<? super M> figure) {
        int n = covariance.length;
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            slope[i] = (figure.applyAsDouble(above.get(i)) - figure.applyAsDouble(below.get(i))) / distances[i];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += slope[i] * covariance[i][j] * slope[j];
            }
        }
        return Math.max(0, sum);
    }

    private static double logOdds(double probability) {
        double within = Math.max(Double.MIN_NORMAL, Math.min(1 - 0x1p-53, probability));
        return Math.log(within) - Math.log1p(-within);
    }

    private static double[] withValue(double[] theta, int i, double value) {
        double[] moved = theta.clone();
        moved[i] = value;
        return moved;
    }

    private static void requireCovariance(Fit fit) {
        if (fit.covariance().size() != fit.parameters().size()) {
            throw new IllegalArgumentException(
                    "fit must have a covariance of its " + fit.parameters().size() + " parameters, had "
                            + fit.covariance().size() + " rows");
        }
    }
}
