package dev.clientele.b2c.analytics;

import dev.clientele.b2c.purchase.PurchaseDays;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer with at least one purchase that counts.
 *
 * @param customer who, as the host names customers
 * @param days the purchases by day
 * @param <C> how the host names customers
 */
public record Buyer<C>(C customer, PurchaseDays days) {

    /** Refuses nulls and customers without a purchase. */
    public Buyer {
        Objects.requireNonNull(customer, "customer");
        if (days.purchases() == 0) {
            throw new IllegalArgumentException("days must have a purchase, was " + days);
        }
    }

    /** Returns the number of purchases, 1 or more. */
    public int purchases() {
        return days.purchases();
    }

    /** Returns the day of the first purchase. */
    public LocalDate first() {
        return days.purchaseDay(1);
    }

    /** Returns the day of the last purchase. */
    public LocalDate last() {
        return days.purchaseDay(days.purchases());
    }

    /** Returns the number of purchases, not the customer. */
    @Override
    public String toString() {
        return "Buyer[" + days + "]";
    }
}
