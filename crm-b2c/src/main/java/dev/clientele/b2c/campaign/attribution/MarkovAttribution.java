package dev.clientele.b2c.campaign.attribution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The credits by removal from a Markov chain, with what they were computed from.
 *
 * <p>A channel that begins or ends every path has a removal effect of 1. One that stands in the middle of every path has it only
 * where the chain remembers enough: of {@code a > b > a} a chain of order 1 keeps that {@code a} begins, that {@code a} ends,
 * and sees a way around {@code b}.
 *
 * @param order the number of channels that the chain remembers
 * @param states the number of transient states, without the start
 * @param conversionProbability the probability that the chain ends in a conversion; the observed rate
 * @param removalEffects for each channel the share of conversions that the chain loses without it, from 0 to 1
 * @param credits conversions and value divided in proportion to the removal effects
 */
public record MarkovAttribution(
        int order,
        int states,
        double conversionProbability,
        SortedMap<String, Double> removalEffects,
        ModelCredits credits) {

    /** Copies the map. */
    public MarkovAttribution {
        removalEffects = Collections.unmodifiableSortedMap(new TreeMap<>(removalEffects));
    }
}
