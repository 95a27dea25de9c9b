package dev.clientele.b2c.scoring.family;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * A prior on the parameters of a model, for few customers: the logarithm of each is normal about that of its median, independently of the
 * others. A fit with it maximises the posterior density of the logarithms, that is the likelihood less a penalty for unusual parameters,
 * and always stands at finite ones. It is worth about one customer who tells 1 / {@code standardDeviation}² of each logarithm: with
 * thousands of customers the weak one moves nothing that can be seen. Immutable and thread-safe.
 *
 * @param standardDeviation of the logarithms, above 0 and at most 4
 * @param medians of parameters by name, above 0; one that isn't named has the value at which its family's search begins: a shape is
 *     usual in the literature, a scale goes with the customers' pace and age
 */
public record ParameterPrior(double standardDeviation, Map<String, Double> medians) {
    private static final double WEAK = 2;

    public ParameterPrior {
        if (!(standardDeviation > 0 && standardDeviation <= 4)) {
            throw new IllegalArgumentException(
                    "standardDeviation must be above 0 and at most 4, was " + standardDeviation);
        }
        medians = ImmutableMap.copyOf(medians);
        medians.forEach((name, median) -> {
            if (!(median > 0 && median <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("median of " + name + " must be above 0 and finite, was " + median);
            }
        });
    }

    /** Returns the default: 95 % lies within a factor of 50 of the usual value, the standard deviation being {@value #WEAK}. */
    public static ParameterPrior weak() {
        return withStandardDeviation(WEAK);
    }

    /**
     * Returns a prior about the usual values.
     *
     * @param ofLogarithms above 0 and at most 4; smaller draws more strongly
     */
    public static ParameterPrior withStandardDeviation(double ofLogarithms) {
        return new ParameterPrior(ofLogarithms, Map.of());
    }

    /** Returns a copy about another value of a parameter, such as that of a shop alike. */
    public ParameterPrior withMedian(String parameter, double median) {
        return new ParameterPrior(
                standardDeviation,
                ImmutableMap.<String, Double>builder()
                        .putAll(medians)
                        .put(parameter, median)
                        .buildKeepingLast());
    }

    /**
     * Checks that a model has the parameters whose medians are named.
     *
     * @throws IllegalArgumentException if not
     */
    ParameterPrior requireFor(String model, List<String> parameters) {
        if (!parameters.containsAll(medians.keySet())) {
            throw new IllegalArgumentException(
                    "medians must be of " + parameters + " of " + model + ", were of " + medians.keySet());
        }
        return this;
    }
}
