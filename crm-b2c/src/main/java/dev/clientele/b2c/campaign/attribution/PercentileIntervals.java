package dev.clientele.b2c.campaign.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Reads percentiles off the replicates of a bootstrap; a channel that a replicate hasn't drawn has no credit there. */
final class PercentileIntervals {
    private static final ChannelCredit NONE = new ChannelCredit(0, 0);

    private PercentileIntervals() {}

    static AttributionIntervals of(AttributionResult result, List<AttributionResult> drawn, double level) {
        Map<String, SortedMap<String, CreditInterval>> intervals = new HashMap<>();
        List<ModelCredits> models = result.models();
        List<List<ModelCredits>> drawnModels =
                drawn.stream().map(AttributionResult::models).toList();
        for (int m = 0; m < models.size(); m++) {
            int model = m;
            SortedMap<String, CreditInterval> channels = new TreeMap<>();
            for (String channel : models.get(m).channels().keySet()) {
                List<ChannelCredit> credits = drawnModels.stream()
                        .map(all -> all.get(model).channels().getOrDefault(channel, NONE))
                        .toList();
                channels.put(
                        channel,
                        new CreditInterval(percentile(credits, (1 - level) / 2), percentile(credits, (1 + level) / 2)));
            }
            intervals.put(models.get(m).model(), channels);
        }
        return new AttributionIntervals(result, level, drawn.size(), intervals);
    }

    private static ChannelCredit percentile(List<ChannelCredit> credits, double share) {
        return new ChannelCredit(
                percentile(credits, ChannelCredit::conversions, share),
                percentile(credits, ChannelCredit::value, share));
    }

    private static double percentile(
            List<ChannelCredit> credits, ToDoubleFunction<ChannelCredit> figure, double share) {
        double[] sorted = credits.stream().mapToDouble(figure).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
