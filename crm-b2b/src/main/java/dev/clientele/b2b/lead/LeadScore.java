package dev.clientele.b2b.lead;

import java.util.List;

/**
 * How promising a lead is, and why.
 *
 * @param total the points of all rules that it meets
 * @param met those rules, in the card's order
 */
public record LeadScore(long total, List<ScoringRule> met) {

    /** Copies. */
    public LeadScore {
        met = List.copyOf(met);
    }
}
