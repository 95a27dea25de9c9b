package dev.clientele.b2c.purchase;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.joda.money.Money;

/**
 * A refund whose purchase hasn't arrived yet. Until it does, the refund counts on its own day.
 *
 * @param original key of the purchase
 * @param day the refund's own day
 * @param amount what was paid back
 */
public record PendingRefund(String original, LocalDate day, Money amount) {

    /** An order that doesn't depend on arrival. */
    static final Comparator<PendingRefund> ORDER = Comparator.comparing(PendingRefund::original)
            .thenComparing(PendingRefund::day)
            .thenComparing(refund -> refund.amount().getCurrencyUnit().getCode())
            .thenComparing(refund -> refund.amount().getAmount());

    /** Refuses nulls. */
    public PendingRefund {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
    }
}
