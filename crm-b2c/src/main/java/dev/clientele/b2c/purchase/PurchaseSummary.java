package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.joda.money.Money;

/**
 * A purchase history seen from one date.
 *
 * @param first day of the first purchase that counts
 * @param last day of the last one
 * @param asOf the date from which it is seen, the last day that counts
 * @param purchases how many, the first included; 1 or more
 * @param firstSpend spend of the first purchase (of the average purchase on the first day, where each counts separately)
 * @param totalSpend spend of all purchases less refunds as the rule says; may be negative where refunds exceed purchases
 */
public record PurchaseSummary(
        LocalDate first, LocalDate last, LocalDate asOf, int purchases, Money firstSpend, Money totalSpend) {
    public PurchaseSummary {
        Objects.requireNonNull(firstSpend, "firstSpend");
        Objects.requireNonNull(totalSpend, "totalSpend");
        if (last.isBefore(first) || asOf.isBefore(last)) {
            throw new IllegalArgumentException(
                    "first, last and asOf must be in order, were " + first + ", " + last + ", " + asOf);
        }
        if (purchases < 1) {
            throw new IllegalArgumentException("purchases must be 1 or more, was " + purchases);
        }
    }

    /** Returns the number of purchases after the first: x of the literature. */
    public int repeats() {
        return purchases - 1;
    }

    /** Returns the days from the first purchase to the last: t_x of the literature, in days. */
    public int recencyDays() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    }

    /** Returns the days from the first purchase to {@link #asOf}: T of the literature, in days. */
    public int ageDays() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, asOf));
    }

    /** Returns the spend of the purchases after the first. */
    public Money repeatSpend() {
        return totalSpend.minus(firstSpend);
    }
}
