package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;

/**
 * A criteria on a deal, with a label in words. Immutable and thread-safe.
 *
 * @param label the label shown to people: one line of at most 200 code points
 * @param criteria the JSON form of the criteria, on the fields of {@link Opportunity}
 */
public record DealCondition(String label, String criteria) {

    private static final TextRule LABEL = TextRule.line(200);

    /**
     * Checks the label and that the criteria can be read.
     *
     * @throws IllegalArgumentException if it can't
     */
    public DealCondition {
        label = LABEL.check("label", label);
        criteria = CriteriaJson.write(CriteriaJson.read(criteria));
    }

    /** Returns a condition with a label; times in it may be relative to the moment of asking. */
    public static DealCondition of(String label, Criteria criteria) {
        return new DealCondition(label, CriteriaJson.write(criteria));
    }

    /** Parses the criteria. */
    public Criteria toCriteria() {
        return CriteriaJson.read(criteria);
    }
}
