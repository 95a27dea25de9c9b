package dev.clientele.b2c.analytics.rfm;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.List;
import java.util.stream.Stream;

/** What segments' rules can ask of a customer; each by a field name for criteria. */
public enum RfmMeasure {
    /** The recency score, from 1 to the number of groups, the highest for those who bought most recently. */
    RECENCY("recency"),
    /** The frequency score, the highest for those who bought most often. */
    FREQUENCY("frequency"),
    /** The monetary score, the highest for those who spent most. */
    MONETARY("monetary"),
    /** Days since the last purchase, 0 or more. */
    DAYS_SINCE_LAST("days_since_last"),
    /** Days since the first purchase, 0 or more. */
    DAYS_SINCE_FIRST("days_since_first"),
    /** How many purchases, 1 or more. */
    PURCHASES("purchases"),
    /** What was spent, in minor units of the currency. */
    SPEND_MINOR("spend_minor");

    private final String field;

    RfmMeasure(String field) {
        this.field = field;
    }

    /** The name that criteria know it by. */
    public String field() {
        return field;
    }

    /** All names that criteria may use. */
    static List<String> fields() {
        return Stream.of(values()).map(RfmMeasure::field).toList();
    }

    /** It is exactly this. */
    public Criteria is(long value) {
        return Criteria.equal(field, value);
    }

    /** It is this or more. */
    public Criteria atLeast(long value) {
        return Criteria.compare(field, Operator.AT_LEAST, value);
    }

    /** It is this or less. */
    public Criteria atMost(long value) {
        return Criteria.compare(field, Operator.AT_MOST, value);
    }

    /** It is from one number to another, both included. */
    public Criteria between(long least, long most) {
        return atLeast(least).and(atMost(most));
    }
}
