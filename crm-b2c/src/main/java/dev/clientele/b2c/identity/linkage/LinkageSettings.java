package dev.clientele.b2c.identity.linkage;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a linkage.
 *
 * @param mode the pairs that come into question
 * @param thresholds the probabilities of match and review
 * @param maxBlock the most records that share a blocking key and are still compared
 * @param populations by name of attribute, the frequencies of values in a population that is known better than the data
 */
public record LinkageSettings(
        LinkMode mode, Thresholds thresholds, int maxBlock, Map<String, TermFrequencies> populations) {

    /** Copies the map and checks that a block holds at least two. */
    public LinkageSettings {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(thresholds, "thresholds");
        populations = Map.copyOf(populations);
        if (maxBlock < 2) {
            throw new IllegalArgumentException("maxBlock must be at least 2 but was " + maxBlock);
        }
    }

    /** Returns the usual settings for a mode: standard thresholds, blocks of at most 100, frequencies from the data. */
    public static LinkageSettings of(LinkMode mode) {
        return new LinkageSettings(mode, Thresholds.standard(), 100, Map.of());
    }

    /** Returns these settings with other thresholds. */
    public LinkageSettings withThresholds(Thresholds thresholds) {
        return new LinkageSettings(mode, thresholds, maxBlock, populations);
    }

    /** Returns these settings with another limit of a block. */
    public LinkageSettings withMaxBlock(int maxBlock) {
        return new LinkageSettings(mode, thresholds, maxBlock, populations);
    }

    /** Returns these settings with the frequencies of an attribute's values in a given population. */
    public LinkageSettings withPopulation(String attribute, TermFrequencies frequencies) {
        Map<String, TermFrequencies> all = new HashMap<>(populations);
        all.put(attribute, frequencies);
        return new LinkageSettings(mode, thresholds, maxBlock, all);
    }
}
