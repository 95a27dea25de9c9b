package dev.clientele.b2c.scoring.fit;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * The result of fitting a model by maximum likelihood, and how sure its parameters are. Immutable and thread-safe.
 *
 * @param model the model's name in the literature
 * @param parameters the estimates by their names in the literature, in the order there
 * @param covariance of the estimates in that order, from the inverse of the exact second derivatives; for k of (M)BG/CNBD-k from the
 *     likelihoods of its neighbours; 0 of a parameter that was held, see {@link FitRemark.Kind#HELD_PARAMETER}
 * @param logLikelihood of all the data at the estimates, without the penalty of a prior if there was one
 * @param converged whether the maximum was reached to the precision of double arithmetic
 * @param iterations evaluations of the likelihood
 * @param customers how many customers the data had
 * @param repeatCustomers how many of them bought more than once
 */
public record Fit(
        String model,
        Map<String, Double> parameters,
        List<List<Double>> covariance,
        double logLikelihood,
        boolean converged,
        int iterations,
        long customers,
        long repeatCustomers) {
    public Fit {
        parameters = ImmutableMap.copyOf(parameters);
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /** Returns the estimates in the order of {@link #parameters()}. */
    public double[] estimates() {
        return parameters.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the standard error of each estimate. */
    public Map<String, Double> standardErrors() {
        ImmutableMap.Builder<String, Double> errors = ImmutableMap.builder();
        int i = 0;
        for (String name : parameters.keySet()) {
            errors.put(name, Math.sqrt(covariance.get(i).get(i)));
            i++;
        }
        return errors.buildOrThrow();
    }

    /**
     * Returns the correlation of two estimates, from −1 to 1; 0 if one of them was held and so has no variance.
     *
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public double correlation(String one, String other) {
        int i = index(one);
        int j = index(other);
        double variances = covariance.get(i).get(i) * covariance.get(j).get(j);
        return variances > 0 ? covariance.get(i).get(j) / Math.sqrt(variances) : 0;
    }

    private int index(String name) {
        int i = List.copyOf(parameters.keySet()).indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("name must be one of " + parameters.keySet() + ", was " + name);
        }
        return i;
    }

    /** Returns the number of parameters that were estimated: all but those that were held. */
    public int estimatedParameters() {
        int held = 0;
        for (int i = 0; i < covariance.size(); i++) {
            held += covariance.get(i).get(i) > 0 ? 0 : 1;
        }
        return parameters.size() - held;
    }

    /** Returns Akaike's information criterion; smaller is better. Of a fit with a prior it is comparable only with such fits. */
    public double aic() {
        return 2 * estimatedParameters() - 2 * logLikelihood;
    }

    /** Returns the Bayesian information criterion over the customers; smaller is better. */
    public double bic() {
        return estimatedParameters() * Math.log((double) customers) - 2 * logLikelihood;
    }
}
