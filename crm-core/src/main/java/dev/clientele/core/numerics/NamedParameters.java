package dev.clientele.core.numerics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map from parameter names to values, in the order of the names. */
public final class NamedParameters {
    private NamedParameters() {}

    /** Returns the values under their names, as an unmodifiable map in the order of the names. */
    public static Map<String, Double> of(List<String> names, double... values) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(names.get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }
}
