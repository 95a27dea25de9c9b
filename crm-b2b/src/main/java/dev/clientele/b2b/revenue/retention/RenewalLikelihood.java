package dev.clientele.b2b.revenue.retention;

import dev.clientele.core.numerics.TrustRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The negative log-likelihood of a customer in a history, in the logarithms of α, β and, if it isn't 1, c, with its exact first
 * and second derivatives; and the search for its minimum.
 */
final class RenewalLikelihood implements TrustRegion.Objective {

    private static final double MAX_LOG_SEARCHED = 12;
    private static final double MAX_LOG_RESULT = 8;
    private static final double LAST_STEP = 1e-6;
    /** Logarithms of α, β, c: there may be several maxima, one where few ever leave, one where most leave at once. */
    private static final double[][] STARTS = {
        {0, 0, 0}, {0, 0, 1.5}, {0, 0, -1.5}, {-2, 1, 0}, {-1, -4, 1.5}, {2.5, -2.5, -1}
    };

    private final RenewalHistory history;

    RenewalLikelihood(RenewalHistory history) {
        this.history = history;
    }

    /**
     * Finds the parameters under which a history is most likely.
     *
     * @param parameters 2 for α and β, 3 for α, β and c
     * @throws NoLikelihoodMaximumException if there are none from e^-8 to e^8
     */
    static double[] fit(RenewalHistory history, int parameters) {
        history.requireEnough();
        RenewalLikelihood likelihood = new RenewalLikelihood(history);
        List<TrustRegion.Minimum> found = new ArrayList<>();
        for (double[] start : STARTS) {
            found.add(TrustRegion.minimise(likelihood, Arrays.copyOf(start, parameters), MAX_LOG_SEARCHED, LAST_STEP));
        }
        return found.stream()
                .filter(minimum -> minimum.converged() && boundary(minimum).isEmpty())
                .min(Comparator.comparingDouble(TrustRegion.Minimum::value))
                .map(best -> Arrays.stream(best.at()).map(Math::exp).toArray())
                .orElseThrow(() -> new NoLikelihoodMaximumException("the history has no best fit: "
                        + boundary(found.get(0)).orElse("many parameters make it as likely as a search could find")));
    }

    private static Optional<String> boundary(TrustRegion.Minimum minimum) {
        return Arrays.stream(minimum.at())
                .filter(log -> Math.abs(log) > MAX_LOG_RESULT)
                .mapToObj(log ->
                        "it gets more likely without end as a parameter goes to " + (log > 0 ? "infinity" : "zero"))
                .findFirst();
    }

    @Override
    public double evaluate(double[] at, double[] gradient, double[][] hessian) {
        int size = at.length;
        double alpha = Math.exp(at[0]);
        double beta = Math.exp(at[1]);
        double c = size > 2 ? Math.exp(at[2]) : 1;
        LogSurvivalDerivatives before = new LogSurvivalDerivatives(alpha, beta, c);
        LogSurvivalDerivatives after = new LogSurvivalDerivatives(alpha, beta, c);
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        double scale = -1.0 / history.customers();
        double sum = 0;
        int end = Math.max(history.churned().size(), history.active().size());
        for (int t = 0; t < end; t++) {
            after.moveTo(t + 1);
            long left = t < history.churned().size() ? history.churned().get(t) : 0;
            long there = t < history.active().size() ? history.active().get(t) : 0;
            if (left + there > 0) {
                sum += (left + there) * before.value();
                addStayed((left + there) * scale, before, gradient, hessian);
            }
            if (left > 0) {
                double change = after.value() - before.value();
                sum += left * Math.log(-Math.expm1(change));
                addLeft(left * scale, 1 / Math.expm1(-change), before, after, gradient, hessian);
            }
            LogSurvivalDerivatives swap = before;
            before = after;
            after = swap;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return sum * scale;
    }

    private static void addStayed(
            double weight, LogSurvivalDerivatives survival, double[] gradient, double[][] hessian) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += weight * survival.first(i);
            for (int j = 0; j <= i; j++) {
                hessian[i][j] += weight * survival.second(i, j);
            }
        }
    }

    /** Adds ln(1 − e^d), d the change of the log-survival, whose derivatives in d are −odds and −odds (1 + odds). */
    private static void addLeft(
            double weight,
            double odds,
            LogSurvivalDerivatives before,
            LogSurvivalDerivatives after,
            double[] gradient,
            double[][] hessian) {
        for (int i = 0; i < gradient.length; i++) {
            double di = after.first(i) - before.first(i);
            gradient[i] -= weight * odds * di;
            for (int j = 0; j <= i; j++) {
                double dj = after.first(j) - before.first(j);
                double dij = after.second(i, j) - before.second(i, j);
                hessian[i][j] -= weight * odds * (dij + (1 + odds) * di * dj);
            }
        }
    }
}
