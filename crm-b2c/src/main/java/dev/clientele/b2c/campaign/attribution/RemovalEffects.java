package dev.clientele.b2c.campaign.attribution;

import java.util.SortedMap;
import java.util.TreeMap;

/** Removes each channel from a chain and divides the conversions in proportion to what is lost. */
final class RemovalEffects {
    private RemovalEffects() {}

    static MarkovAttribution attribute(ChannelChain chain, int order, ChannelIndex index, PathSums sums) {
        double probability = chain.conversionProbability(0);
        SortedMap<String, Double> effects = new TreeMap<>();
        double total = 0;
        for (int channel = 1; channel <= index.size(); channel++) {
            double effect = probability > 0 ? Math.max(0, 1 - chain.conversionProbability(channel) / probability) : 0;
            effects.put(index.nameOf(channel), effect);
            total += effect;
        }
        SortedMap<String, ChannelCredit> credits = new TreeMap<>();
        for (var effect : effects.entrySet()) {
            double share = total > 0 ? effect.getValue() / total : 0;
            credits.put(effect.getKey(), new ChannelCredit(share * sums.conversions(), share * sums.value()));
        }
        return new MarkovAttribution(
                order, chain.size(), probability, effects, new ModelCredits("Markov order " + order, credits));
    }
}
