package dev.clientele.persistence.criteria;

import java.util.Objects;

/**
 * A figure that an aggregation computes for each group.
 *
 * <p>Results: {@code COUNT} a {@code Long}; {@code SUM} of an integer or decimal field an exact {@code BigDecimal}, however
 * large (compare it by value, its scale is free); {@code SUM} of a real field a {@code Double}, right to about 1e-12 of
 * the sum of the values' magnitudes, and infinite if it leaves the range of a double; {@code MIN} and {@code MAX} a value
 * of the field's type. All but the count are null where no record has a value.
 *
 * <p>A {@code SUM} with a factor is that of the products of two decimal fields, exact like any other; a record that lacks
 * one of the two counts for nothing.
 *
 * @param function the kind of measure
 * @param field the declared field; the empty string for {@code COUNT}
 * @param factor of a {@code SUM}, the field that each value is multiplied with; the empty string for none
 */
public record Measure(Function function, String field, String factor) {

    /** The kinds of measures. */
    public enum Function {
        /** The number of records. */
        COUNT,
        /** The total of an integer, decimal or real field; missing over nothing. */
        SUM,
        /** The least value of any field but boolean and text set; missing over nothing. */
        MIN,
        /** The greatest value of any field but boolean and text set; missing over nothing. */
        MAX
    }

    /** Checks that a field is given where one is needed. */
    public Measure {
        Objects.requireNonNull(function, "function");
        if ((function == Function.COUNT) != field.isEmpty()) {
            throw new IllegalArgumentException(function + " takes " + (field.isEmpty() ? "a field" : "no field"));
        } else if (function != Function.SUM && !factor.isEmpty()) {
            throw new IllegalArgumentException(function + " takes no factor");
        }
    }

    /** Creates a measure without a factor. */
    public Measure(Function function, String field) {
        this(function, field, "");
    }

    /** Returns the number of records. */
    public static Measure count() {
        return new Measure(Function.COUNT, "");
    }

    /** Returns the total of a field. */
    public static Measure sum(String field) {
        return new Measure(Function.SUM, field);
    }

    /** Returns the total of the products of two decimal fields, such as amounts and probabilities. */
    public static Measure sumOfProducts(String field, String factor) {
        return new Measure(Function.SUM, field, factor);
    }

    /** Returns the least value of a field. */
    public static Measure min(String field) {
        return new Measure(Function.MIN, field);
    }

    /** Returns the greatest value of a field. */
    public static Measure max(String field) {
        return new Measure(Function.MAX, field);
    }
}
