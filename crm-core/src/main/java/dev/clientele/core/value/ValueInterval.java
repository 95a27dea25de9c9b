package dev.clientele.core.value;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.Money;

/**
 * An interval of amounts in which a value lies at a level of confidence.
 *
 * @param low the lower end, in the same currency as the upper
 * @param high the upper end, not below {@code low}
 * @param level the level, above 0 and below 1; 0.95 for a 95 % interval
 */
public record ValueInterval(Money low, Money high, double level) {
    /** Checks order, currency and level. */
    public ValueInterval {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        checkArgument(
                low.getCurrencyUnit().equals(high.getCurrencyUnit()),
                "low and high must be in one currency, got %s and %s",
                low.getCurrencyUnit(),
                high.getCurrencyUnit());
        checkArgument(!low.isGreaterThan(high), "low must not be above high, got %s and %s", low, high);
        checkArgument(level > 0 && level < 1, "level must be above 0 and below 1, got %s", level);
    }

    /** Returns an interval from {@code low} to {@code high}. */
    public static ValueInterval of(Money low, Money high, double level) {
        return new ValueInterval(low, high, level);
    }

    /** Returns the same width, moved by an amount. */
    public ValueInterval plus(Money amount) {
        return new ValueInterval(low.plus(amount), high.plus(amount), level);
    }

    /** Returns whether an amount lies within, ends included. */
    public boolean contains(Money amount) {
        return !amount.isLessThan(low) && !amount.isGreaterThan(high);
    }

    /** Returns a text for people: {@code EUR 10.00 to EUR 20.00 (95%)}. */
    @Override
    public String toString() {
        String percent = new BigDecimal(Double.toString(level))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return low + " to " + high + " (" + percent + "%)";
    }
}
