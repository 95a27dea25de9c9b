package dev.clientele.b2c.analytics.rfm;

import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Operator;
import java.util.List;
import java.util.stream.Stream;

/** A figure of a customer that the rules of segments can use; each by a field name for criteria. */
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
    /** The number of purchases, 1 or more. */
    PURCHASES("purchases"),
    /** The spend, in minor units of the currency. */
    SPEND_MINOR("spend_minor");

    private final String field;

    RfmMeasure(String field) {
        this.field = field;
    }

    /** Returns the name that criteria know it by. */
    public String field() {
        return field;
    }

    /** Returns all names that criteria may use. */
    static List<String> fields() {
        return Stream.of(values()).map(RfmMeasure::field).toList();
    }

    /** Returns the condition that this figure equals a value. */
    public Criteria is(long value) {
        return Criteria.equal(field, value);
    }

    /** Returns the condition that this figure is a value or more. */
    public Criteria atLeast(long value) {
        return Criteria.compare(field, Operator.AT_LEAST, value);
    }

    /** Returns the condition that this figure is a value or less. */
    public Criteria atMost(long value) {
        return Criteria.compare(field, Operator.AT_MOST, value);
    }

    /** Returns the condition that this figure is from one number to another, both included. */
    public Criteria between(long least, long most) {
        return atLeast(least).and(atMost(most));
    }
}
