package dev.clientele.b2b.lead;

import java.util.List;

/**
 * A lead's score, with the rules that made it.
 *
 * @param total the points of all rules that it meets
 * @param matchedRules those rules, in the card's order
 */
public record LeadScore(long total, List<LeadScoringRule> matchedRules) {

    /** Copies the collections. */
    public LeadScore {
        matchedRules = List.copyOf(matchedRules);
    }
}
