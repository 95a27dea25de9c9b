package dev.clientele.b2b.catalog;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount: a share of an amount, a fixed amount, or nothing. Immutable and thread-safe.
 *
 * @param share 0 to 1 with at most six digits after the point, or null
 * @param amount zero or more, or null
 */
public record Discount(@Nullable BigDecimal share, @Nullable Money amount) {

    private static final int SCALE = 6;
    private static final Discount NONE = new Discount(null, null);

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if it is out of it, or both are given
     */
    public Discount {
        if (share != null && amount != null) {
            throw new InvalidValueException(
                    "", ViolationCode.FORM, "a discount must be a share or an amount, got both");
        }
        if (share != null) {
            boolean fits = share.signum() >= 0
                    && share.compareTo(BigDecimal.ONE) <= 0
                    && share.stripTrailingZeros().scale() <= SCALE;
            if (!fits) {
                throw new InvalidValueException(
                        "share",
                        ViolationCode.RANGE,
                        "must be 0 to 1 with at most " + SCALE + " digits after the point, got " + share);
            }
            share = share.setScale(SCALE, RoundingMode.UNNECESSARY);
        }
        if (amount != null && amount.isNegative()) {
            throw new InvalidValueException("amount", ViolationCode.RANGE, "must not be negative, got " + amount);
        }
    }

    /** Returns the discount of nothing. */
    public static Discount none() {
        return NONE;
    }

    /**
     * Returns a discount in per cent, such as {@code percent("12.5")}: 0 to 100 with at most four digits after the
     * point.
     */
    public static Discount percent(String percent) {
        return new Discount(new BigDecimal(percent).movePointLeft(2), null);
    }

    /** Returns a discount of a fixed amount. */
    public static Discount of(Money amount) {
        return new Discount(null, Objects.requireNonNull(amount, "amount"));
    }

    /**
     * Computes the amount that it takes off: a share is rounded half up to the minor unit.
     *
     * @param from zero or more
     * @throws InvalidValueException if this is an amount in another currency or greater than {@code from}
     */
    public Money amountOff(Money from) {
        if (share != null) {
            return from.multipliedBy(share, RoundingMode.HALF_UP);
        }
        if (amount == null) {
            return Money.zero(from.getCurrencyUnit());
        }
        if (!amount.getCurrencyUnit().equals(from.getCurrencyUnit()) || amount.isGreaterThan(from)) {
            throw new InvalidValueException(
                    "", ViolationCode.RANGE, "the discount must be at most " + from + ", got " + amount);
        }
        return amount;
    }

    @Override
    public String toString() {
        if (share != null) {
            return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
        return amount == null ? "none" : amount.toString();
    }
}
