package dev.clientele.persistence.criteria;

/**
 * The five operators of comparison. There is no "not equal": write {@code not(equal)} and say by that what a missing value
 * means.
 */
public enum Operator {
    /** The value is the operand. */
    EQUAL,
    /** The value is strictly less. */
    BELOW,
    /** The value is less or the same. */
    AT_MOST,
    /** The value is strictly greater. */
    ABOVE,
    /** The value is greater or the same. */
    AT_LEAST;

    /** Tells whether this operator accepts a value that compares to the operand as {@code order} says. */
    public boolean accepts(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
