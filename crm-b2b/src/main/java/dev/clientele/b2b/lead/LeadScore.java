package dev.clientele.b2b.lead;

import java.util.List;

/**
 * How promising a lead is, and why.
 *
 * @param total the points of all rules that it meets
 * @param matchedRules those rules, in the card's order
 */
public record LeadScore(long total, List<LeadScoringRule> matchedRules) {

    /** Copies. */
    public LeadScore {
        matchedRules = List.copyOf(matchedRules);
    }
}
