package dev.clientele.persistence.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of canonical field values, by which every adapter compares and sorts. */
public final class ValueOrder {

    /** The order of text by Unicode code point. */
    public static final Comparator<String> TEXT = CodePointOrder.INSTANCE;

    private ValueOrder() {}

    /**
     * Compares two present values of the same field.
     *
     * @return negative, zero or positive; decimals by value, text by code point, false below true
     * @throws IllegalArgumentException if the two aren't of the same orderable type
     */
    public static int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return TEXT.compare(a, b);
        } else if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        } else if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b);
        } else if (left instanceof Double a && right instanceof Double b) {
            return Double.compare(a, b);
        } else if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        } else if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        } else if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        throw new IllegalArgumentException("cannot compare a " + left.getClass().getSimpleName() + " with a "
                + right.getClass().getSimpleName());
    }

    /** Compares two values of which either may be missing: missing comes last, whatever the direction. */
    public static int compareMissingLast(@Nullable Object left, @Nullable Object right, SortDirection direction) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        int order = compare(left, right);
        return direction == SortDirection.ASCENDING ? order : -order;
    }

    /** Tells whether both are the same value in the sense of {@link #compare}; a missing value equals nothing. */
    static boolean isEqual(@Nullable Object left, Object right) {
        return left != null && compare(left, right) == 0;
    }
}
