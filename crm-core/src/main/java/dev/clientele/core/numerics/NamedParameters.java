package dev.clientele.core.numerics;

import dev.clientele.b2c.scoring.fit.Fit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named parameters in the order of their names. */
final class NamedParameters {
    private NamedParameters() {}

    static double[] values(Fit fit) {
        return fit.parameters().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    static Map<String, Double> of(List<String> names, double... values) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }
}
