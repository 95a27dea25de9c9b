package dev.clientele.b2b.revenue.order;

import dev.clientele.core.value.MoneyTotals;
import java.util.Objects;

/**
 * The number and recency of an account's repeat orders: the input of models of repeat purchases, as (x, t_x, T) in the
 * literature. Orders of one day count as one.
 *
 * @param repeats x: days of orders after the first one, 0 or more
 * @param recencyDays t_x: from the first to the last of them, 0 without repeats
 * @param ageDays T: from the first one to the day of the answer, at least {@code recencyDays}
 * @param repeatSpend the amounts ordered on the days after the first one, in any currencies
 */
public record RepeatOrderSummary(int repeats, int recencyDays, int ageDays, MoneyTotals repeatSpend) {

    /** Checks the numbers. */
    public RepeatOrderSummary {
        Objects.requireNonNull(repeatSpend, "repeatSpend");
        if (repeats < 0) {
            throw new IllegalArgumentException("repeats must not be negative, got " + repeats);
        }
        if (recencyDays < 0 || recencyDays > ageDays || (repeats == 0) != (recencyDays == 0)) {
            throw new IllegalArgumentException(
                    "recencyDays must be 0 without repeats, else 1 to " + ageDays + ", got " + recencyDays);
        }
    }
}
