package dev.clientele.b2c.campaign.attribution;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The models to compute and the limits to keep.
 *
 * @param rules the rules, no two of the same name
 * @param maxOrder the highest order of the Markov models, 0 for none, at most {@value #MAX_ORDER}; all lower ones are computed too
 * @param lookBack the part of a path that may earn credit
 * @param maxTransitions the largest number of different transitions kept, and of matrix entries while a chain is solved
 */
public record AttributionSettings(
        List<AttributionRule> rules, int maxOrder, LookBackWindow lookBack, int maxTransitions) {

    /** The highest order of a Markov model. */
    public static final int MAX_ORDER = 4;

    /** Copies the list and checks the ranges. */
    public AttributionSettings {
        rules = List.copyOf(rules);
        Objects.requireNonNull(lookBack, "lookBack");
        if (new HashSet<>(rules).size() != rules.size()) {
            throw new IllegalArgumentException("rules must have different names");
        }
        if (maxOrder < 0 || maxOrder > MAX_ORDER) {
            throw new IllegalArgumentException("maxOrder must be from 0 to " + MAX_ORDER + " but was " + maxOrder);
        }
        if (maxTransitions < 1) {
            throw new IllegalArgumentException("maxTransitions must be at least 1 but was " + maxTransitions);
        }
    }

    /** Returns the standard rules, a Markov model of order 1, no look-back limit and at most a million transitions. */
    public static AttributionSettings standard() {
        return new AttributionSettings(AttributionRule.standard(), 1, LookBackWindow.unbounded(), 1_000_000);
    }

    /** Returns these settings with other rules. */
    public AttributionSettings withRules(List<AttributionRule> newRules) {
        return new AttributionSettings(newRules, maxOrder, lookBack, maxTransitions);
    }

    /** Returns these settings with Markov models up to this order. */
    public AttributionSettings withMaxOrder(int newMaxOrder) {
        return new AttributionSettings(rules, newMaxOrder, lookBack, maxTransitions);
    }

    /** Returns these settings with another look-back window. */
    public AttributionSettings withLookBack(LookBackWindow newLookBack) {
        return new AttributionSettings(rules, maxOrder, newLookBack, maxTransitions);
    }

    /** Returns these settings with another limit on transitions. */
    public AttributionSettings withMaxTransitions(int newMaxTransitions) {
        return new AttributionSettings(rules, maxOrder, lookBack, newMaxTransitions);
    }
}
