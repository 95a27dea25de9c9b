package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.fit.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a fitted model as a calibration keeps them.
 *
 * @param names by the literature, in the order there
 * @param values the estimates in that order
 * @param covariance of the estimates in that order
 * @param iterations evaluations of the likelihood
 */
public record ParameterEstimates(
        List<String> names, List<Double> values, List<List<Double>> covariance, int iterations) {

    /** Copies, and checks that there are as many values as names. */
    public ParameterEstimates {
        names = List.copyOf(names);
        values = List.copyOf(values);
        covariance = covariance.stream().map(List::copyOf).toList();
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(
                    "values must be as many as names (" + names.size() + "), got " + values.size());
        }
    }

    static ParameterEstimates of(Fit fit) {
        return new ParameterEstimates(
                new ArrayList<>(fit.parameters().keySet()),
                new ArrayList<>(fit.parameters().values()),
                fit.covariance(),
                fit.iterations());
    }

    Map<String, Double> parameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
