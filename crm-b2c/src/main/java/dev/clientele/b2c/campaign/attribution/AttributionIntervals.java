package dev.clientele.b2c.campaign.attribution;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Intervals of the credit of every channel by every model.
 *
 * @param result the credits themselves
 * @param level the coverage of each interval
 * @param replicates the number of replicates that they come from
 * @param byModel the intervals by the name of the model and the channel
 */
public record AttributionIntervals(
        AttributionResult result,
        double level,
        int replicates,
        Map<String, SortedMap<String, CreditInterval>> byModel) {

    /** Copies the map. */
    public AttributionIntervals {
        Objects.requireNonNull(result, "result");
        SortedMap<String, SortedMap<String, CreditInterval>> copy = new TreeMap<>();
        byModel.forEach(
                (model, channels) -> copy.put(model, Collections.unmodifiableSortedMap(new TreeMap<>(channels))));
        byModel = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Returns the interval of a channel by a model.
     *
     * @throws IllegalArgumentException if there is no such model or channel
     */
    public CreditInterval of(String model, String channel) {
        SortedMap<String, CreditInterval> channels = byModel.get(model);
        CreditInterval interval = channels == null ? null : channels.get(channel);
        if (interval == null) {
            throw new IllegalArgumentException("model and channel must be of the result");
        }
        return interval;
    }
}
