package dev.clientele.b2b.lead;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;

/**
 * A criteria on leads, with the points that meeting it counts.
 *
 * @param label in words: one line of at most 200 code points
 * @param criteria the JSON form of a criteria on the fields of {@link Lead}
 * @param points the points for meeting it, -1,000 to 1,000
 */
public record LeadScoringRule(String label, String criteria, long points) {

    private static final TextRule LABEL = TextRule.line(200);
    private static final int MAX_POINTS = 1000;

    /** Checks label, criteria and points. */
    public LeadScoringRule {
        label = LABEL.check("label", label);
        criteria = CriteriaJson.write(CriteriaJson.read(criteria));
        if (Math.abs(points) > MAX_POINTS) {
            throw new InvalidValueException(
                    "points", ViolationCode.RANGE, "must be -" + MAX_POINTS + " to " + MAX_POINTS + ", got " + points);
        }
    }

    /**
     * Returns a rule with this many points for leads that meet a criteria; times in it may be relative to the moment of
     * scoring.
     */
    public static LeadScoringRule of(String label, Criteria criteria, long points) {
        return new LeadScoringRule(label, CriteriaJson.write(criteria), points);
    }

    /** Parses the criteria. */
    public Criteria toCriteria() {
        return CriteriaJson.read(criteria);
    }
}
